import { Buffer } from "node:buffer";

/**
 * A ZIP archive of stored files with no time of their own: the same content gives the same bytes on every machine and Node version,
 * which a compressor does not promise. Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
 */
export function zipOf(files: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [fileName, content] of files) {
    const name = Buffer.from(fileName, "utf8");
    const facts = factsOf(name, content);
    const local = Buffer.concat([header(0x04034b50, [20, 0]), facts, name, content]);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE((0o100644 << 16) >>> 0, 6); // a regular file, readable by the Lambda user
    attributes.writeUInt32LE(offset, 10);
    directory.push(header(0x02014b50, [(3 << 8) | 20, 20, 0]), facts, attributes, name);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** What the local header and the directory say alike of a file. */
function factsOf(name: Buffer, content: Buffer): Buffer {
  const facts = Buffer.alloc(22);
  facts.writeUInt16LE(0x5a21, 2 + 2); // 1 January 2025, the MS-DOS form; time stays 00:00
  facts.writeUInt32LE(crc32(content), 6);
  facts.writeUInt32LE(content.length, 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt16LE(name.length, 18);
  return facts;
}

function header(signature: number, words: readonly number[]): Buffer {
  const buffer = Buffer.alloc(4 + 2 * words.length);
  buffer.writeUInt32LE(signature, 0);
  for (const [index, word] of words.entries()) buffer.writeUInt16LE(word, 4 + 2 * index);
  return buffer;
}

/** The CRC-32 of ZIP and Ethernet; Node has one only from 20.15 on. */
function crc32(content: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
