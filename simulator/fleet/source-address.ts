import net from "node:net";

/** 250 hosts a block keeps clear of .0 and .255; 127.0.0.x stays free for the broker and everything else on the machine. */
const HOSTS = 250;

/** A loopback address of its own for each device, so that the broker sees where a connection comes from. Up to 250 x 250 x 254 devices. */
export function sourceOf(device: number): string {
  const host = (device % HOSTS) + 1;
  const third = Math.floor(device / HOSTS) % HOSTS;
  const second = Math.floor(device / (HOSTS * HOSTS)) + 1;
  return `127.${second}.${third}.${host}`;
}

/** Linux answers on all of 127.0.0.0/8; others (macOS) only on the addresses configured. */
export function hasLoopbackRange(): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen({ host: sourceOf(0), port: 0 }, () => server.close(() => resolve(true)));
  });
}
