import { gunzipSync, gzipSync } from "node:zlib";

const BLOCK = 512;
/** What an archive may unpack to: our own library is 2 MB of wasm, so this leaves room and stops a bomb. */
const MAX_BYTES = 128 * 2 ** 20;

/**
 * Regular files of a gzipped tar (ustar, as `opa build` writes it), by name without leading slash. Times and owners are left behind.
 * @throws Error for what is not a gzipped tar
 */
export function untar(archive: Buffer): ReadonlyMap<string, Buffer> {
  const bytes = gunzipSync(archive, { maxOutputLength: MAX_BYTES });
  const files = new Map<string, Buffer>();
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const name = field(bytes, at, 100);
    if (name === "") break;
    const size = Number.parseInt(field(bytes, at + 124, 12).trim() || "0", 8);
    if (!(size >= 0) || at + BLOCK + size > bytes.length) throw new Error("not a whole tar archive");
    const type = bytes[at + 156];
    const prefix = field(bytes, at + 345, 155);
    // "0" or NUL: a regular file.
    if (type === 48 || type === 0)
      files.set(`${prefix === "" ? "" : `${prefix}/`}${name}`.replace(/^\/+/, ""), bytes.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

/** The same files, the same bytes: no times, no owners. Names of at most 100 bytes. */
export function tar(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts = [...files].flatMap(([name, content]) => [
    header(name, content.length),
    content,
    Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK),
  ]);
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]));
}

/** POSIX.1-1988 ustar; the checksum counts its own field as eight spaces. */
function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 100);
  for (const [text, at] of [
    ["0000644\0", 100],
    ["0000000\0", 108],
    ["0000000\0", 116],
    [`${size.toString(8).padStart(11, "0")}\0`, 124],
    ["00000000000\0", 136],
    ["        0", 148],
    ["ustar\u000000", 257],
  ] as const)
    block.write(text, at);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

function field(bytes: Buffer, at: number, length: number): string {
  const end = bytes.subarray(at, at + length).indexOf(0);
  return bytes.toString("utf8", at, at + (end < 0 ? length : end));
}
