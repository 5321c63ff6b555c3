import { createDeviceRequest } from "../cloud/pki.js";
import type { Endpoint } from "../fleet/connection.js";
import { mqttJsConnection } from "../fleet/mqttjs-connection.js";
import { now } from "./child.js";
import type { ProbeResult } from "./probes.js";

/** A device of its own beside the fleet, so that a fleet of any size and shape can be probed the same way. */
export const PROBE_THING = "bulwark-probe";

export interface RevocationPorts {
  /** Has the cloud's authority sign a request for the probe. */
  issue(csrPem: string): Promise<{ readonly certificatePem: string; readonly certificateId: string }>;
  revoke(certificateId: string): void;
}

const TIMEOUT_MS = 10_000;

/**
 * Connects with a genuine certificate, which must succeed: without this control the refusals of the other probes would prove nothing. Then
 * has it revoked while connected, and looks how long the connection lives and whether it can be had again.
 */
export async function probeRevocation(endpoint: Endpoint, ports: RevocationPorts): Promise<readonly ProbeResult[]> {
  const { csrPem, privateKeyPem } = await createDeviceRequest(PROBE_THING);
  const { certificatePem, certificateId } = await ports.issue(csrPem);
  let onClosed: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    onClosed = resolve;
  });
  const credentials = { clientId: PROBE_THING, certificatePem, privateKeyPem, source: null };
  const connection = mqttJsConnection(endpoint, credentials, { onMessage: () => undefined, onClosed: () => onClosed() });
  const genuine = await connection.connect();
  const control: ProbeResult = {
    sim: "control",
    tried: "genuine certificate",
    refused: !genuine.ok,
    detail: genuine.ok ? "accepted" : genuine.detail,
  };
  if (!genuine.ok) return [control];
  const revokedAt = now();
  ports.revoke(certificateId);
  const ended = await Promise.race([
    closed.then(() => true),
    new Promise<false>((resolve) => setTimeout(resolve, TIMEOUT_MS, false).unref()),
  ]);
  const tookMs = Math.round(now() - revokedAt);
  await connection.end(true);
  const again = await connection.connect();
  await connection.end(true);
  return [
    control,
    {
      sim: "SIM-03",
      tried: "connection whose certificate was revoked",
      refused: ended,
      detail: ended ? `ended after ${tookMs} ms` : `alive after ${tookMs} ms`,
    },
    { sim: "SIM-03", tried: "reconnect with the revoked certificate", refused: !again.ok, detail: again.ok ? "accepted" : again.detail },
  ];
}
