/** What the phone's camera sees, in pixels as it films; the app looks at the square within its brackets. */
const SIDE = 600;
/** How much of it the QR code takes, with its margin: that is within the brackets, which take 0.7. */
const HELD = 0.62;
/** No symbol is smaller, and no other square picture is as large. */
const LEAST_PIXELS = 100;

/** What a phone sees that is held before the portal: its QR code, or that there is none. */
export async function viewOf(portal: Document | null | undefined): Promise<ImageBitmap> {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('wanted a canvas to draw on, this browser has none');
  const symbol = portal ? await symbolOn(portal) : undefined;
  if (symbol) drawSymbol(brush, symbol);
  else drawNothing(brush);
  return createImageBitmap(canvas);
}

function drawSymbol(brush: CanvasRenderingContext2D, symbol: HTMLImageElement): void {
  const side = Math.round(SIDE * HELD);
  const edge = Math.round((SIDE - side) / 2);
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, SIDE, SIDE);
  brush.imageSmoothingEnabled = false;
  brush.drawImage(symbol, edge, edge, side, side);
}

function drawNothing(brush: CanvasRenderingContext2D): void {
  brush.fillStyle = '#39424f';
  brush.fillRect(0, 0, SIDE, SIDE);
  brush.fillStyle = '#fff';
  brush.font = '600 25px system-ui, sans-serif';
  brush.textAlign = 'center';
  brush.fillText('No QR code on the portal yet', SIDE / 2, SIDE / 2 - 6);
  brush.font = '20px system-ui, sans-serif';
  brush.fillText('Select Register new device there', SIDE / 2, SIDE / 2 + 28);
}

/** The picture of the QR code: the largest that is square, drawn by the page itself or not. */
async function symbolOn(portal: Document): Promise<HTMLImageElement | undefined> {
  const pictures = [...portal.querySelectorAll<HTMLImageElement | SVGSVGElement>('img, svg')].filter(isSymbol);
  const [largest] = pictures.toSorted((one, other) => widthOf(other) - widthOf(one));
  if (!largest || largest.tagName === 'IMG') return largest as HTMLImageElement | undefined;
  const picture = new Image(widthOf(largest), widthOf(largest));
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(largest))}`;
  await picture.decode();
  return picture;
}

function isSymbol(picture: Element): boolean {
  const { width, height } = picture.getBoundingClientRect();
  return width >= LEAST_PIXELS && Math.abs(width - height) < 2;
}

function widthOf(picture: Element): number {
  return picture.getBoundingClientRect().width;
}
