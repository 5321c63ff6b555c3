import { connect, createServer, type Socket } from "node:net";

/** Between a client and a server: breaks the connection that asks for a thing the first time, and passes everything else on. */
export interface BreakingProxy {
  readonly url: string;
  /** How often the thing was asked for, the broken time included. */
  asked(): number;
  stop(): void;
}

/**
 * @param url of the server, plain HTTP
 * @param what in the request's first packets
 */
export async function startBreakingProxy(url: string, what: string): Promise<BreakingProxy> {
  const { hostname, port } = new URL(url);
  let asked = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on("data", (chunk: Buffer) => {
      if (chunk.includes(what)) {
        asked += 1;
        if (asked === 1) return void client.resetAndDestroy();
      }
      upstream.write(chunk);
    });
    upstream.on("data", (chunk: Buffer) => client.write(chunk));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address !== "object") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked: () => asked,
    stop: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
