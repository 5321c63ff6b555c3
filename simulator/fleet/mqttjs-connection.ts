import type { Buffer } from "node:buffer";
import tls from "node:tls";
import { connect, type IClientOptions, type MqttClient } from "mqtt";
import { BASELINE } from "../../model/baseline.js";
import type { ConnectionFactory, ConnectionHandlers, ConnectOutcome, Credentials, DeviceConnection, Endpoint } from "./connection.js";

const CONNECT_TIMEOUT_MS = 15_000;
/** Long, as on metered links: at 60 s a large fleet would spend its time on pings. */
const KEEPALIVE_S = 240;

/**
 * A device connection on MQTT.js. It never reconnects by itself: the device decides when, with seeded jitter. `localAddress` reaches the
 * socket only over TLS (the library's plain TCP builder drops it).
 */
export const mqttJsConnection: ConnectionFactory = (endpoint, credentials, handlers) =>
  new MqttJsConnection(endpoint, credentials, handlers);

class MqttJsConnection implements DeviceConnection {
  readonly #options: IClientOptions;
  readonly #handlers: ConnectionHandlers;
  #client: MqttClient | null = null;
  #online = false;

  constructor(
    { host, port, caPem }: Endpoint,
    { clientId, certificatePem, privateKeyPem, source }: Credentials,
    handlers: ConnectionHandlers,
  ) {
    const secureContext = tls.createSecureContext({
      ca: caPem,
      cert: certificatePem,
      key: privateKeyPem,
      minVersion: BASELINE.transport.minimumTls,
    });
    const onSocket = { secureContext, ...(source === null ? {} : { localAddress: source }) };
    this.#options = {
      protocol: "mqtts",
      host,
      port,
      clientId,
      protocolVersion: 4,
      clean: true,
      keepalive: KEEPALIVE_S,
      reconnectPeriod: 0,
      connectTimeout: CONNECT_TIMEOUT_MS,
      resubscribe: false,
      queueQoSZero: false,
      rejectUnauthorized: true,
      ...onSocket,
    };
    this.#handlers = handlers;
  }

  get online(): boolean {
    return this.#online;
  }

  connect(): Promise<ConnectOutcome> {
    return new Promise((resolve) => {
      const client = connect(this.#options);
      this.#client = client;
      let failure: ConnectOutcome = { ok: false, why: "network", detail: "closed before CONNACK" };
      client.on("connect", () => {
        this.#online = true;
        resolve({ ok: true });
      });
      client.on("message", (topic, payload) => this.#handlers.onMessage(topic, payload));
      client.on("error", (error) => {
        failure = outcomeOf(error);
      });
      client.on("close", () => {
        const wasOnline = this.#online;
        this.#online = false;
        resolve(failure);
        // Flushes what waits for an acknowledgement that cannot come any more.
        client.end(true);
        if (wasOnline) this.#handlers.onClosed();
      });
    });
  }

  publish(topic: string, payload: string | Buffer, qos: 0 | 1, retain = false): Promise<boolean> {
    const client = this.#client;
    if (client === null || !this.#online) return Promise.resolve(false);
    return new Promise((resolve) => {
      client.publish(topic, payload, { qos, retain }, (error) => resolve(error == null));
    });
  }

  subscribe(filters: readonly string[]): Promise<readonly boolean[]> {
    const none = filters.map(() => false);
    const client = this.#client;
    if (client === null || !this.#online) return Promise.resolve(none);
    return new Promise((resolve) => {
      client.once("close", () => resolve(none));
      client.subscribe([...filters], { qos: 1 }, (_error, granted, packet) => {
        const codes = packet?.granted ?? granted?.map(({ qos }) => qos) ?? [];
        resolve(filters.map((_, index) => Number(codes[index] ?? 128) < 128));
      });
    });
  }

  end(force: boolean): Promise<void> {
    const client = this.#client;
    if (client === null) return Promise.resolve();
    return new Promise((resolve) => {
      client.end(force, () => resolve());
    });
  }
}

/** MQTT return codes 1-5 are the broker's own answer; OpenSSL and Node name everything of TLS. */
function outcomeOf(error: Error & { readonly code?: number | string }): ConnectOutcome {
  const { code, message } = error;
  if (typeof code === "number" && code >= 1 && code <= 5) return { ok: false, why: "refused", detail: message };
  // ECONNRESET and its kin are the network's, also when Node words them as "before secure TLS connection was established".
  if (/^E[A-Z]+$/.test(String(code))) return { ok: false, why: "network", detail: `${code} ${message}` };
  const ofTls = /SSL|TLS|CERT|self.signed|unable to/i.test(`${code ?? ""} ${message}`);
  return { ok: false, why: ofTls ? "tls" : "network", detail: `${code ?? ""} ${message}`.trim() };
}
