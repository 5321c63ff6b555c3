import net from "node:net";
import tls from "node:tls";
import { generate, parser } from "mqtt-packet";
import { createAuthority, createDeviceRequest, createSelfSigned, type Identity } from "../cloud/pki.js";
import type { Endpoint } from "../fleet/connection.js";

/** A connection that must not come about, tried against the running broker before the fleet connects. `refused` is what came of it. */
export interface ProbeResult {
  /** `control`: one that must come about. */
  readonly sim: "SIM-01" | "SIM-03" | "SIM-28" | "control";
  readonly tried: string;
  readonly refused: boolean;
  readonly detail: string;
}

const TIMEOUT_MS = 5_000;

/** OpenSSL 3 offers TLS 1.0 and 1.1 only at security level 0; without it the client itself would decline and prove nothing. */
const OLD_TLS = { ciphers: "DEFAULT@SECLEVEL=0" } as const;

/** Knocks on the broker as those who must stay outside: `thing` is a genuine device's name. */
export async function probeBroker(endpoint: Endpoint, thing: string): Promise<readonly ProbeResult[]> {
  const stranger = await strangersIdentity(thing);
  const forged = await createSelfSigned(thing);
  const encrypted = (options: tls.ConnectionOptions) => () =>
    tls.connect({ host: endpoint.host, port: endpoint.port, ca: endpoint.caPem, ...options });
  const keyed = ({ certificatePem, privateKeyPem }: Identity) => ({ cert: certificatePem, key: privateKeyPem });
  const tries: readonly [ProbeResult["sim"], string, () => net.Socket][] = [
    ["SIM-01", "no client certificate", encrypted({})],
    ["SIM-01", "certificate of an unknown CA", encrypted(keyed(stranger))],
    ["SIM-01", "self-signed certificate", encrypted(keyed(forged))],
    ["SIM-28", "plain-text MQTT", () => net.connect({ host: endpoint.host, port: endpoint.port })],
    ["SIM-28", "TLS 1.0", encrypted({ minVersion: "TLSv1", maxVersion: "TLSv1", ...OLD_TLS, ...keyed(forged) })],
    ["SIM-28", "TLS 1.1", encrypted({ minVersion: "TLSv1.1", maxVersion: "TLSv1.1", ...OLD_TLS, ...keyed(forged) })],
  ];
  const results: ProbeResult[] = [];
  for (const [sim, tried, open] of tries) results.push({ sim, tried, ...(await knock(open, thing)) });
  return results;
}

/** Sends CONNECT and waits: refused is the socket ended without an accepting CONNACK. In TLS 1.3 the client's handshake may look finished before the server has said no. */
function knock(open: () => net.Socket, clientId: string): Promise<Pick<ProbeResult, "refused" | "detail">> {
  return new Promise((resolve) => {
    const socket = open();
    const reader = parser();
    let reached = false;
    let detail = "closed without an answer";
    const timer = setTimeout(() => settle(false, `still open after ${TIMEOUT_MS} ms`), TIMEOUT_MS);
    const settle = (refused: boolean, why: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ refused, detail: why });
    };
    reader.on("packet", (packet) => {
      if (packet.cmd === "connack") settle(packet.returnCode !== 0, `CONNACK ${packet.returnCode}`);
    });
    // A broker that is not there refuses nothing.
    socket.on("connect", () => {
      reached = true;
    });
    socket.on(socket instanceof tls.TLSSocket ? "secureConnect" : "connect", () => {
      socket.write(generate({ cmd: "connect", protocolId: "MQTT", protocolVersion: 4, clean: true, clientId, keepalive: 0 }));
    });
    socket.on("data", (data: Buffer) => reader.parse(data));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      detail = error.code ?? error.message;
    });
    socket.on("close", () => settle(reached, reached ? detail : `broker not reached: ${detail}`));
  });
}

/** Well made, by an authority the broker does not know. */
async function strangersIdentity(thing: string): Promise<Identity> {
  const authority = await createAuthority("Somebody else's CA", 1);
  const request = await createDeviceRequest(thing);
  const { certificatePem } = await authority.issueDevice(request);
  return { certificatePem, privateKeyPem: request.privateKeyPem };
}
