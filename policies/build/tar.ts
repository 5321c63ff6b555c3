import { gunzipSync } from "node:zlib";

const BLOCK = 512;

/** Regular files of a gzipped tar (ustar, as `opa build` writes it), by name without leading slash. Times and owners are left behind. */
export function untar(archive: Buffer): ReadonlyMap<string, Buffer> {
  const bytes = gunzipSync(archive);
  const files = new Map<string, Buffer>();
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const name = field(bytes, at, 100);
    if (name === "") break;
    const size = Number.parseInt(field(bytes, at + 124, 12).trim() || "0", 8);
    const type = bytes[at + 156];
    const prefix = field(bytes, at + 345, 155);
    // "0" or NUL: a regular file.
    if (type === 48 || type === 0)
      files.set(`${prefix === "" ? "" : `${prefix}/`}${name}`.replace(/^\/+/, ""), bytes.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function field(bytes: Buffer, at: number, length: number): string {
  const end = bytes.subarray(at, at + length).indexOf(0);
  return bytes.toString("utf8", at, at + (end < 0 ? length : end));
}
