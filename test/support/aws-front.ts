import { Buffer } from "node:buffer";
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { LambdaFunction } from "./lambda-runtime.js";

/** A call to refuse, as often as told. */
export interface Refusal {
  /** In the path or in `x-amz-target`. */
  readonly call: RegExp;
  readonly status: number;
  /** AWS's error code. */
  readonly code: string;
}

export interface AwsFront {
  readonly url: string;
  /** Method and path, or target, of every call, in order. */
  readonly calls: readonly string[];
  /** Client ids with a live connection. */
  readonly connected: Set<string>;
  /** Client ids that connect anew as soon as their connection was ended, once. */
  readonly returning: Set<string>;
  /** By function name. */
  readonly functions: Map<string, LambdaFunction>;
  /** Refused until it is taken out again. */
  readonly refusals: Set<Refusal>;
  stop(): Promise<void>;
}

const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations/;
const CONNECTION = /^\/connections\/([^/?]+)/;

/**
 * One address for all of AWS: calls of functions run their packages, connections are those of a list, everything else goes to the emulator behind.
 * What the emulator does for a state machine it asks of this address too.
 */
export async function startAwsFront(behind: () => string): Promise<AwsFront> {
  const calls: string[] = [];
  const connected = new Set<string>();
  const returning = new Set<string>();
  const functions = new Map<string, LambdaFunction>();
  const refusals = new Set<Refusal>();

  async function answer(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const name = String(request.headers["x-amz-target"] ?? `${request.method} ${path}`);
    calls.push(name);
    const refusal = [...refusals].find(({ call }) => call.test(name));
    if (refusal !== undefined) return refuse(response, refusal.status, refusal.code);
    const invoked = INVOKE.exec(path)?.[1];
    if (invoked !== undefined) return invoke(decodeURIComponent(invoked), body, response);
    const client = request.method === "DELETE" ? CONNECTION.exec(path)?.[1] : undefined;
    if (client !== undefined) {
      // Source: https://docs.aws.amazon.com/iot/latest/apireference/API_iotdata_DeleteConnection.html
      const id = decodeURIComponent(client);
      if (!connected.delete(id)) return refuse(response, 404, "ResourceNotFoundException");
      if (returning.delete(id)) connected.add(id);
      response.writeHead(200).end();
      return;
    }
    await forward(request, body, response);
  }

  async function invoke(arn: string, body: Buffer, response: ServerResponse): Promise<void> {
    const called = functions.get(arn.split(":").at(-1) ?? "");
    if (called === undefined) return refuse(response, 404, "ResourceNotFoundException");
    const { payload, failed } = await called.invoke(JSON.parse(body.toString("utf8")));
    response.writeHead(200, { "content-type": "application/json", ...(failed ? { "x-amz-function-error": "Unhandled" } : {}) });
    response.end(JSON.stringify(payload));
  }

  async function forward(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const answered = await fetch(`${behind()}${request.url}`, {
      method: request.method ?? "GET",
      headers: without(request.headers as Record<string, string>, ["host", "content-length", "expect", ...HOP_BY_HOP]),
      ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
    });
    response.writeHead(answered.status, without(Object.fromEntries(answered.headers), ["content-encoding", ...HOP_BY_HOP]));
    response.end(Buffer.from(await answered.arrayBuffer()));
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      answer(request, Buffer.concat(chunks), response).catch((error: unknown) => refuse(response, 502, `Front: ${String(error)}`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    connected,
    returning,
    functions,
    refusals,
    async stop() {
      await Promise.all([...functions.values()].map((each) => each.stop()));
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What holds for one leg of the way only. Source: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const HOP_BY_HOP = ["connection", "transfer-encoding"];

function without(headers: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": code, "x-amzn-requestid": randomUUID() });
  response.end(JSON.stringify({ __type: code, message: "refused" }));
}
