import { Buffer } from "node:buffer";
import type { Principal } from "./authorizer.js";

/**
 * AWS IoT MQTT-based file delivery, JSON form. A stream is up to 50 files; a device asks for blocks by offset and count, or by bitmap, which
 * is what lets it go on after a power cut. Source: docs.aws.amazon.com/iot/latest/developerguide/mqtt-based-file-delivery-in-devices.html
 */
interface StreamFile {
  /** 0-255. */
  readonly fileId: number;
  readonly content: Buffer;
}

export interface Stream {
  readonly id: string;
  readonly version: number;
  readonly files: readonly StreamFile[];
}

export interface StreamsOptions {
  /** Data goes to the subscribers of the thing's own stream topics, within policy. */
  readonly publish: (topic: string, payload: object) => void;
}

const MIN_BLOCK_BYTES = 256;
const MAX_BLOCK_BYTES = 131_072;
const REQUEST = /^\$aws\/things\/([^/]+)\/streams\/([^/]+)\/(describe|get)\/json$/;

type RejectCode = "InvalidTopic" | "InvalidJson" | "InvalidRequest" | "ResourceNotFound" | "VersionMismatch" | "Unauthorized";

interface Rejection {
  readonly o: RejectCode;
  readonly m: string;
}

interface Address {
  readonly thing: string;
  readonly id: string;
  readonly verb: string | undefined;
  readonly base: string;
  readonly token: object;
}

interface BlockRequest {
  /** Client token. */
  readonly c?: string;
  /** Stream version. */
  readonly s?: number;
  /** File. */
  readonly f: number;
  /** Block size, bytes. */
  readonly l: number;
  /** First block. */
  readonly o?: number;
  /** Number of blocks. */
  readonly n?: number;
  /** Bitmap of wanted blocks from `o` on, base64, lowest bit first. */
  readonly b?: string;
}

export class StreamsService {
  readonly #streams = new Map<string, Stream>();
  readonly #options: StreamsOptions;
  /** Payload bytes handed out, base64 left out. */
  bytesServed = 0;

  constructor(options: StreamsOptions) {
    this.#options = options;
  }

  put(stream: Stream): void {
    this.#streams.set(stream.id, stream);
  }

  /** False when the topic is none of this service's. */
  handle(principal: Principal, topic: string, payload: Buffer): boolean {
    if (!/^\$aws\/things\/[^/]+\/streams\//.test(topic)) return false;
    const [, thing = principal.thing, id = "", verb] = REQUEST.exec(topic) ?? [];
    const base = `$aws/things/${thing}/streams/${id}`;
    const request = parse(payload);
    const token = typeof request?.c === "string" ? { c: request.c } : {};
    const rejection = this.#answer(principal, { thing, id, verb, base, token }, request);
    if (rejection !== null) this.#options.publish(`${base}/rejected/json`, { ...rejection, ...token });
    return true;
  }

  /** Publishes what was asked for; or says why not. */
  #answer(principal: Principal, address: Address, request: Partial<BlockRequest> | undefined): Rejection | null {
    const { thing, id, verb, base, token } = address;
    if (verb === undefined) return { o: "InvalidTopic", m: "no such stream request" };
    if (thing !== principal.thing) return { o: "Unauthorized", m: "not your thing" };
    if (request === undefined) return { o: "InvalidJson", m: "the payload is not a JSON object" };
    const stream = this.#streams.get(id);
    if (stream === undefined) return { o: "ResourceNotFound", m: `no stream is called ${id}` };
    if (verb === "get") return this.#serve(stream, address, request);
    const files = stream.files.map(({ fileId, content }) => ({ f: fileId, z: content.length }));
    this.#options.publish(`${base}/description/json`, { ...token, s: stream.version, r: files });
    return null;
  }

  #serve(stream: Stream, { base, token }: Address, request: Partial<BlockRequest>): Rejection | null {
    if (request.s !== undefined && request.s !== stream.version)
      return { o: "VersionMismatch", m: `the stream is at version ${stream.version}` };
    const file = stream.files.find(({ fileId }) => fileId === request.f);
    if (file === undefined) return { o: "ResourceNotFound", m: "no such file in the stream" };
    const { l: size = 0 } = request;
    if (!Number.isInteger(size) || size < MIN_BLOCK_BYTES || size > MAX_BLOCK_BYTES) {
      return { o: "InvalidRequest", m: `block size must lie between ${MIN_BLOCK_BYTES} and ${MAX_BLOCK_BYTES}` };
    }
    const blocks = wanted(request, Math.ceil(file.content.length / size));
    if (blocks === undefined) return { o: "InvalidRequest", m: "a count of blocks or a bitmap is needed" };
    // One request is answered with at most 128 KiB; the device asks again for what is missing.
    for (const i of blocks.slice(0, Math.max(1, Math.floor(MAX_BLOCK_BYTES / size)))) {
      const block = file.content.subarray(i * size, (i + 1) * size);
      this.bytesServed += block.length;
      this.#options.publish(`${base}/data/json`, { ...token, f: file.fileId, l: block.length, i, p: block.toString("base64") });
    }
    return null;
  }
}

function wanted({ o = 0, n, b }: Partial<BlockRequest>, total: number): number[] | undefined {
  if (!Number.isInteger(o) || o < 0) return undefined;
  if (typeof b === "string") {
    const bits = Buffer.from(b, "base64");
    const out: number[] = [];
    for (let i = 0; i < bits.length * 8 && o + i < total; i++) if (((bits[i >> 3] ?? 0) >> (i & 7)) & 1) out.push(o + i);
    return out;
  }
  if (!Number.isInteger(n) || n === undefined || n < 1) return undefined;
  return Array.from({ length: Math.max(0, Math.min(n, total - o)) }, (_, i) => o + i);
}

function parse(payload: Buffer): Partial<BlockRequest> | undefined {
  try {
    const value: unknown = JSON.parse(payload.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
