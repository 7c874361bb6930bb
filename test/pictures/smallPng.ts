/** Makes a screenshot small: a PNG of at most 256 colours (PNG specification, third edition, colour type 3). A page has few
 *  colours; the many shades at the edges of its letters go to their nearest neighbours, which nobody sees. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

type Pixels = { width: number; height: number; rgb: Uint8Array };

const coloursMax = 256;

/** Takes what Chromium writes: 8 bits a channel, red, green, blue and perhaps alpha, not interlaced. */
export function smallPng(png: Uint8Array): Uint8Array {
  const { width, height, rgb } = readPng(Buffer.from(png));
  const { palette, indexOf } = choosePalette(rgb);
  // One byte before each row names its filter: none, since neighbours in a palette have nothing to do with each other.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = indexOf(colourAt(rgb, y * width + x));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

function readPng(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, colourType, , , interlaced] = png.subarray(24, 29);
  const channels = colourType === 2 ? 3 : colourType === 6 ? 4 : 0;
  if (depth !== 8 || channels === 0 || interlaced !== 0) throw new Error('a screenshot of an unknown form');
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = unfilter(inflateSync(Buffer.concat(parts)), { height, stride: width * channels, channels });
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rgb.set(raw.subarray(pixel * channels, pixel * channels + 3), pixel * 3);
  }
  return { width, height, rgb };
}

/** Section 9.2 of the specification: each byte was written as its difference from a guess. */
function unfilter(
  data: Buffer,
  { height, stride, channels }: { height: number; stride: number; channels: number },
): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (out[at - channels] ?? 0);
      const up = y === 0 ? 0 : (out[at - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[at - stride - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

const colourAt = (rgb: Uint8Array, pixel: number) =>
  ((rgb[pixel * 3] ?? 0) << 16) | ((rgb[pixel * 3 + 1] ?? 0) << 8) | (rgb[pixel * 3 + 2] ?? 0);

/** The same for the same picture. The frequent colours first; then again and again the one that would suffer most by going to
 *  its nearest neighbour, so that the few points of a rare colour keep it. */
function choosePalette(rgb: Uint8Array): { palette: number[]; indexOf(colour: number): number } {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < rgb.length / 3; pixel += 1) {
    const colour = colourAt(rgb, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts]
    .map(([colour, count]) => ({ colour, count, awayBy: Number.POSITIVE_INFINITY }))
    .sort((one, other) => other.count - one.count || one.colour - other.colour);
  const palette: number[] = [];
  const take = (chosen: number) => {
    palette.push(chosen);
    for (const each of colours) each.awayBy = Math.min(each.awayBy, distance(each.colour, chosen));
  };
  for (const { colour } of colours.slice(0, coloursMax / 4)) take(colour);
  const loss = ({ count, awayBy }: (typeof colours)[number]) => awayBy * Math.sqrt(count);
  while (palette.length < Math.min(coloursMax, colours.length)) {
    take(colours.reduce((worst, each) => (loss(each) > loss(worst) ? each : worst)).colour);
  }
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return {
    palette,
    indexOf(colour) {
      const index = known.get(colour) ?? nearest(colour, palette);
      known.set(colour, index);
      return index;
    },
  };
}

function distance(one: number, other: number): number {
  const apart = (shift: number) => ((one >> shift) & 255) - ((other >> shift) & 255);
  return apart(16) ** 2 + apart(8) ** 2 + apart(0) ** 2;
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  palette.forEach((other, index) => {
    if (distance(colour, other) < distance(colour, palette[best] ?? 0)) best = index;
  });
  return best;
}
