import type { Buffer } from "node:buffer";

export interface ZippedFile {
  readonly name: string;
  readonly content: Buffer;
  readonly crc: number;
  readonly mode: number;
}

/** Reads an archive of stored files the way an unzipper does: from the end record to the directory to the files. */
export function unzip(archive: Buffer): readonly ZippedFile[] {
  const end = archive.lastIndexOf("PK\x05\x06", undefined, "latin1");
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    signed(archive, at, 0x02014b50);
    const local = archive.readUInt32LE(at + 42);
    signed(archive, local, 0x04034b50);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const nameLength = archive.readUInt16LE(at + 28);
    const file = {
      name: archive.toString("utf8", at + 46, at + 46 + nameLength),
      content: archive.subarray(start, start + archive.readUInt32LE(at + 24)),
      crc: archive.readUInt32LE(at + 16),
      mode: archive.readUInt32LE(at + 38) >>> 16,
    };
    at += 46 + nameLength;
    return file;
  });
}

function signed(archive: Buffer, at: number, signature: number): void {
  const found = archive.readUInt32LE(at);
  if (found !== signature) throw new Error(`a ZIP record at ${at} begins with ${found.toString(16)}`);
}
