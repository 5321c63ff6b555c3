import { connect, createServer, type TLSSocket } from "node:tls";
import { createAuthority, createDeviceRequest } from "../simulator/cloud/pki.js";

/** One side of the floor: a server that only shakes hands, or a client that opens COUNT connections with INFLIGHT at a time. */
const COUNT = 1_000;
const INFLIGHT = 50;
const send = (value: unknown) => process.send?.(value);

async function serve(): Promise<void> {
  const authority = await createAuthority("floor", 1);
  const server = await authority.issueServer({ dns: ["localhost"], ip: ["127.0.0.1"] });
  const request = await createDeviceRequest("floor-client");
  const issued = await authority.issueDevice(request);
  const listener = createServer({
    key: server.privateKeyPem,
    cert: server.certificatePem,
    ca: authority.certificatePem,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
  });
  listener.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => {
    const address = listener.address();
    const port = typeof address === "object" && address ? address.port : 0;
    send({ port, ca: JSON.stringify({ ca: authority.certificatePem, cert: issued.certificatePem, key: request.privateKeyPem }) });
  });
}

function drive(port: number, identity: { ca: string; cert: string; key: string }): void {
  const open: TLSSocket[] = [];
  const started = process.hrtime.bigint();
  let begun = 0;
  const next = () => {
    if (begun === COUNT) return;
    begun += 1;
    const socket = connect({ port, host: "127.0.0.1", ...identity, servername: "localhost" }, () => {
      open.push(socket);
      if (open.length === COUNT) {
        send({ rate: COUNT / (Number(process.hrtime.bigint() - started) / 1e9) });
        for (const each of open) each.destroy();
      } else next();
    });
  };
  for (let i = 0; i < INFLIGHT; i++) next();
}

const [role, port] = process.argv.slice(2);
if (role === "server") await serve();
else process.once("message", (identity) => drive(Number(port), JSON.parse(String(identity))));
