// Sent into pages as text: it must stand alone.

/** From now on a page's scripts take the time from here. Timers, workers and the browser itself go by their own. */
export function replaceDate(now: () => number): void {
  const Real = window.Date;
  window.Date = new Proxy(Real, {
    construct: (real, given, target) => Reflect.construct(real, given.length === 0 ? [now()] : given, target) as object,
    apply: (real) => new real(now()).toString(),
    get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
  });
  Real.prototype.constructor = window.Date;
}
