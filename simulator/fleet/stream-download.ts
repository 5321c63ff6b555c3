import { Buffer } from "node:buffer";

/** How the download talks to the cloud; the device's session. */
export interface DownloadPort {
  publish(topic: string, payload: string, qos: 0 | 1): Promise<boolean>;
  /** Calls back for each message on a topic; returns how to stop. */
  listen(topic: string, handler: (payload: Buffer) => void): () => void;
  after(ms: number): Promise<void>;
}

export interface DownloadRequest {
  readonly thing: string;
  readonly stream: string;
  readonly version: number;
  readonly file: number;
  /** Bytes to expect: what was signed or, for the manifest, what the job says. The device never stores more. */
  readonly size: number;
  readonly blockBytes: number;
}

/** Without progress for so long the device asks again for what is missing, and gives up after so many times. */
const STALL_MS = 5_000;
const MAX_STALLS = 3;
/** AWS answers one request with at most 128 KiB. */
const MAX_REQUEST_BYTES = 131_072;

/** Fetches one file of a stream, block by block, asking by bitmap for what is missing. Null when it could not be had whole. */
export async function downloadFile(port: DownloadPort, request: DownloadRequest): Promise<Buffer | null> {
  const { thing, stream, version, file, size, blockBytes } = request;
  const base = `$aws/things/${thing}/streams/${stream}`;
  const total = Math.ceil(size / blockBytes);
  const image = Buffer.alloc(size);
  const missing = new Set(Array.from({ length: total }, (_, i) => i));
  let refused = false;
  let wake: () => void = () => undefined;
  const stopData = port.listen(`${base}/data/json`, (payload) => {
    const block = parseBlock(payload);
    if (block === undefined || block.f !== file || !missing.has(block.i)) return;
    const bytes = Buffer.from(block.p, "base64");
    if (bytes.length !== Math.min(blockBytes, size - block.i * blockBytes)) return;
    bytes.copy(image, block.i * blockBytes);
    missing.delete(block.i);
    if (missing.size === 0 || block.i === lastAsked) wake();
  });
  const stopRejected = port.listen(`${base}/rejected/json`, () => {
    refused = true;
    wake();
  });
  let lastAsked = -1;
  try {
    for (let stalls = 0; missing.size > 0 && stalls < MAX_STALLS && !refused; ) {
      const asked = [...missing].slice(0, Math.max(1, Math.floor(MAX_REQUEST_BYTES / blockBytes)));
      const first = asked[0] ?? 0;
      lastAsked = asked.at(-1) ?? first;
      const before = missing.size;
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (
        !(await port.publish(
          `${base}/get/json`,
          JSON.stringify({ c: "u", s: version, f: file, l: blockBytes, o: first, b: bitmap(asked, first) }),
          1,
        ))
      )
        return null;
      await Promise.race([woken, port.after(STALL_MS)]);
      if (missing.size === before) stalls++;
    }
    return missing.size === 0 ? image : null;
  } finally {
    stopData();
    stopRejected();
  }
}

function bitmap(blocks: readonly number[], first: number): string {
  const bits = Buffer.alloc(Math.floor(((blocks.at(-1) ?? first) - first) / 8) + 1);
  for (const block of blocks) {
    const offset = block - first;
    bits.writeUInt8(bits.readUInt8(offset >> 3) | (1 << (offset & 7)), offset >> 3);
  }
  return bits.toString("base64");
}

function parseBlock(payload: Buffer): { readonly f: number; readonly i: number; readonly p: string } | undefined {
  try {
    const { f, i, p } = JSON.parse(payload.toString("utf8"));
    return Number.isInteger(f) && Number.isInteger(i) && typeof p === "string" ? { f, i, p } : undefined;
  } catch {
    return undefined;
  }
}
