/** A circle that runs down: `share` of it is left. `box` and `radius` are in its own units, `size` in CSS pixels. */
export function Ring({ share, box, radius, size }: { share: number; box: number; radius: number; size: number }) {
  const round = 2 * Math.PI * radius;
  const middle = box / 2;
  return (
    <svg viewBox={`0 0 ${box} ${box}`} width={size} height={size} aria-hidden="true">
      <circle class="track" cx={middle} cy={middle} r={radius} />
      <circle
        class="rest"
        cx={middle}
        cy={middle}
        r={radius}
        stroke-dasharray={`${round * share} ${round}`}
        transform={`rotate(-90 ${middle} ${middle})`}
      />
    </svg>
  );
}
