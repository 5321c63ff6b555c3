import type { Buffer } from "node:buffer";

/** Everything a device presents on the network. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly caPem: string;
}

export interface Credentials {
  readonly clientId: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  /** Address to connect from (127.x.y.z); null lets the system choose. */
  readonly source: string | null;
}

/** `refused`: the broker answered no. `tls`: no trusted channel came about. `network`: reset, unreachable, or silent until the time-out. */
export type ConnectOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: "refused" | "tls" | "network"; readonly detail: string };

export interface ConnectionHandlers {
  readonly onMessage: (topic: string, payload: Buffer) => void;
  /** The established connection is gone, whoever ended it. Called once. */
  readonly onClosed: () => void;
}

/** One MQTT 3.1.1 session over mutual TLS. Implementations: MQTT.js (full fidelity, default). */
export interface DeviceConnection {
  readonly online: boolean;
  connect(): Promise<ConnectOutcome>;
  /** Resolves true at PUBACK (QoS 1), false when the connection ended first. */
  publish(topic: string, payload: string | Buffer, qos: 0 | 1, retain?: boolean): Promise<boolean>;
  /** Per filter, true when the broker granted it. All false when the connection ended first. */
  subscribe(filters: readonly string[]): Promise<readonly boolean[]>;
  /** Sends DISCONNECT and waits for the socket to close; `force` closes at once. */
  end(force: boolean): Promise<void>;
}

export type ConnectionFactory = (endpoint: Endpoint, credentials: Credentials, handlers: ConnectionHandlers) => DeviceConnection;
