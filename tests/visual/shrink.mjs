// Makes the pictures of a folder small: a palette of 256 colours, in which smoothed edges differ from what was seen by less than the
// comparison notices, packed as well as zlib can.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateSync, inflateSync } from "node:zlib";

const FOLDER = pathToFileURL(`${resolve(process.argv[2])}/`);
const SIGNATURE = 8;

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum >>> 0;
});
const crc32 = (bytes) => (bytes.reduce((sum, byte) => CRC[(sum ^ byte) & 255] ^ (sum >>> 8), -1) ^ -1) >>> 0;

/** The chunks of a PNG file: name and content. */
function* chunks(bytes) {
  for (let at = SIGNATURE; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    yield [bytes.toString("latin1", at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length)];
    at += 12 + length;
  }
}

function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Undoes the filter of every line: the difference to the left, to the line above, to their mean, or to the nearest. */
function unfiltered(data, height, stride, step) {
  const out = Buffer.alloc(height * (stride + 1));
  for (let y = 0; y < height; y += 1) {
    const line = y * (stride + 1);
    const kind = data[line];
    for (let x = 1; x <= stride; x += 1) {
      const left = x > step ? out[line + x - step] : 0;
      const up = y > 0 ? out[line - stride - 1 + x] : 0;
      const corner = y > 0 && x > step ? out[line - stride - 1 + x - step] : 0;
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const nearest = a <= b && a <= c ? left : b <= c ? up : corner;
      out[line + x] = data[line + x] + [0, left, up, (left + up) >> 1, nearest][kind];
    }
  }
  return out;
}

const MOST = 256;
/** How far a colour may be from the one that stands for it, in steps of red, green and blue together. */
const FARTHEST = 24;

const apart = (one, other) =>
  Math.abs((one >> 16) - (other >> 16)) + Math.abs(((one >> 8) & 255) - ((other >> 8) & 255)) + Math.abs((one & 255) - (other & 255));

/** The most frequent colours that are more than `distance` apart, and which of them stands for each colour. */
function palette(counts, distance) {
  const chosen = [];
  const stands = new Map();
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
    let nearest = 0;
    for (let at = 1; at < chosen.length; at += 1) {
      if (apart(colour, chosen[at]) < apart(colour, chosen[nearest])) nearest = at;
    }
    if (chosen.length === 0 || apart(colour, chosen[nearest]) > distance) nearest = chosen.push(colour) - 1;
    stands.set(colour, nearest);
  }
  return { chosen, stands };
}

function fewest(counts) {
  for (let distance = 0; distance <= FARTHEST; distance += 2) {
    const found = palette(counts, distance);
    if (found.chosen.length <= MOST) return found;
  }
  return undefined;
}

function shrunk(bytes) {
  const all = [...chunks(bytes)];
  const head = Buffer.from(all.find(([name]) => name === "IHDR")[1]);
  const [width, height, depth, kind, interlaced] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9], head[12]];
  const step = { 2: 3, 6: 4 }[kind];
  if (depth !== 8 || !step || interlaced) return bytes;
  const data = inflateSync(Buffer.concat(all.filter(([name]) => name === "IDAT").map(([, content]) => content)));
  const lines = unfiltered(data, height, width * step, step);
  const at = (x, y) => lines.readUIntBE(y * (width * step + 1) + 1 + x * step, 3);
  const counts = new Map();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) counts.set(at(x, y), (counts.get(at(x, y)) ?? 0) + 1);
  }
  const found = fewest(counts);
  if (!found) return bytes;
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = found.stands.get(at(x, y));
  }
  const colours = Buffer.from(found.chosen.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  head[9] = 3;
  const packed = deflateSync(rows, { level: 9, memLevel: 9 });
  const parts = [chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", packed), chunk("IEND", Buffer.alloc(0))];
  const file = Buffer.concat([bytes.subarray(0, SIGNATURE), ...parts]);
  return file.length < bytes.length ? file : bytes;
}

let [before, after] = [0, 0];
for (const name of readdirSync(FOLDER).filter((name) => name.endsWith(".png"))) {
  const bytes = readFileSync(new URL(name, FOLDER));
  const small = shrunk(bytes);
  before += bytes.length;
  after += small.length;
  if (small !== bytes) writeFileSync(new URL(name, FOLDER), small);
}
console.log(`  the pictures take ${(after / 1e6).toFixed(1)} MB (${(before / 1e6).toFixed(1)} MB before)`);
