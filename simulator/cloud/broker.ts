import { Buffer } from "node:buffer";
import net from "node:net";
import tls from "node:tls";
import { Aedes, type AedesPublishPacket, type AuthenticateError, type Client } from "aedes";
import { BASELINE } from "../../model/baseline.js";
import type { FleetEvent } from "../../model/detectors/types.js";
import { BulwarkError } from "../../model/errors.js";
import type { Authorizer, Principal } from "./authorizer.js";

import { certificateId, type Identity } from "./pki.js";
import type { Registry } from "./registry.js";

export interface BrokerOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly identity: Identity;
  readonly caPem: string;
  readonly registry: Registry;
  readonly authorizer: Authorizer;
  readonly sink: (event: FleetEvent) => void;
  /** A message of a device that was allowed; `$aws/` requests are for the services, the rest for the backend. */
  readonly onMessage: (principal: Principal, topic: string, payload: Buffer) => void;
  readonly now: () => number;
}

/** Node's default backlog of 511 drops SYNs in a reconnect storm; the kernel caps this at net.core.somaxconn. */
const BACKLOG = 4096;
/** One subscriber that stops reading freezes delivery to all until this passes (Aedes defaults to 60 s). */
const DRAIN_TIMEOUT_MS = 5_000;
const CONNECT_TIMEOUT_MS = 10_000;

type DisconnectReason = Extract<FleetEvent, { type: "disconnected" }>["reason"];
type Callback = (error?: Error | null) => void;

interface Peer {
  readonly certificateId: string;
  readonly source: string;
}

/**
 * Aedes behind mutual TLS, with the authorizer in every hook. As in AWS IoT a refused publish ends the connection, a refused subscription
 * answers 0x80, and `$aws/` requests go to the services and to nobody else.
 */
export class CloudBroker {
  readonly #options: BrokerOptions;
  readonly #aedes: Aedes;
  readonly #tls: tls.Server;
  readonly #tcp: net.Server;
  readonly #peers = new WeakMap<object, Peer>();
  readonly #principals = new WeakMap<Client, Principal>();
  readonly #live = new Map<string, Client>();
  readonly #reasons = new WeakMap<Client, DisconnectReason>();
  readonly #handshakes = new Map<string, net.Socket>();
  readonly #sockets = new Map<string, Set<net.Socket>>();
  readonly #blocked = new Set<string>();

  static async start(options: BrokerOptions): Promise<CloudBroker> {
    const aedes = await Aedes.createBroker({
      concurrency: 1_000,
      drainTimeout: DRAIN_TIMEOUT_MS,
      connectTimeout: CONNECT_TIMEOUT_MS,
      heartbeatInterval: 60_000,
    });
    const broker = new CloudBroker(aedes, options);
    await broker.#listen();
    return broker;
  }

  private constructor(aedes: Aedes, options: BrokerOptions) {
    this.#aedes = aedes;
    this.#options = options;
    this.#tls = tls.createServer(
      {
        key: options.identity.privateKeyPem,
        cert: options.identity.certificatePem,
        ca: options.caPem,
        requestCert: true,
        rejectUnauthorized: true,
        minVersion: BASELINE.transport.minimumTls,
        handshakeTimeout: CONNECT_TIMEOUT_MS,
      },
      (socket) => this.#accept(socket),
    );
    // Every failed handshake ends its raw socket, which is where it is counted: here the address is already gone for some of them.
    this.#tls.on("tlsClientError", (_error, socket) => socket.destroy());
    this.#tcp = net.createServer((socket) => this.#admit(socket));
    this.#hook();
  }

  get port(): number {
    const address = this.#tcp.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  get version(): string {
    return `aedes ${(this.#aedes as unknown as { readonly version: string }).version}`;
  }

  get connected(): number {
    return this.#live.size;
  }

  /** To every subscriber whose policy lets it receive. */
  publish(topic: string, payload: object): Promise<void> {
    return new Promise((resolve, reject) => {
      const packet = {
        cmd: "publish" as const,
        topic,
        payload: Buffer.from(JSON.stringify(payload)),
        qos: 1 as const,
        retain: false,
        dup: false,
      };
      this.#aedes.publish(packet, (error?: Error) => (error == null ? resolve() : reject(error)));
    });
  }

  /** To one client only, whether it subscribed or not: how AWS answers jobs requests. False when it is not connected. */
  reply(clientId: string, topic: string, payload: object): boolean {
    const client = this.#live.get(clientId);
    if (client === undefined) return false;
    client.publish(
      { cmd: "publish", topic, payload: Buffer.from(JSON.stringify(payload)), qos: 1, retain: false, dup: false },
      () => undefined,
    );
    return true;
  }

  /**
   * Ends the live connections of a thing; returns how many there were.
   * @param will false: its last will is not published, as in AWS when the response workflow ends a connection. Default true
   */
  disconnect(thing: string, will = true): number {
    let ended = 0;
    for (const client of [...this.#live.values()]) {
      if (this.#principals.get(client)?.thing !== thing) continue;
      this.#reasons.set(client, "server");
      // Aedes has no other way to forget it, and its types do not know of it.
      if (!will) Object.assign(client, { will: null });
      client.close();
      ended++;
    }
    return ended;
  }

  /** Refuses new connections from an address and ends the ones it has, resumable TLS sessions with them: no handshake is begun any more. */
  block(source: string): void {
    this.#blocked.add(source);
    for (const socket of this.#sockets.get(source) ?? []) socket.destroy();
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#aedes.close(() => resolve()));
    for (const sockets of this.#sockets.values()) for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#tcp.close(() => resolve()));
  }

  async #listen(): Promise<void> {
    const { host, port } = this.#options;
    await new Promise<void>((resolve, reject) => {
      this.#tcp.once("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "EADDRINUSE" || error.code === "EACCES") reject(new BulwarkError("BW_PORT_IN_USE", { host, port }, error));
        else reject(error);
      });
      this.#tcp.listen({ host, port, backlog: BACKLOG }, () => resolve());
    });
  }

  #admit(socket: net.Socket): void {
    const source = socket.remoteAddress ?? "unknown";
    socket.on("error", () => socket.destroy());
    if (this.#blocked.has(source)) {
      socket.destroy();
      this.#emit({ type: "connect-refused", at: this.#options.now(), source, reason: "limit" });
      return;
    }
    const key = `${source}:${socket.remotePort}`;
    this.#handshakes.set(key, socket);
    const sockets = this.#sockets.get(source) ?? new Set();
    this.#sockets.set(source, sockets.add(socket));
    socket.once("close", () => {
      sockets.delete(socket);
      if (sockets.size === 0) this.#sockets.delete(source);
      if (this.#handshakes.delete(key)) this.#emit({ type: "connect-refused", at: this.#options.now(), source, reason: "tls" });
    });
    this.#tls.emit("connection", socket);
  }

  #accept(socket: tls.TLSSocket): void {
    const source = socket.remoteAddress ?? "unknown";
    this.#handshakes.delete(`${source}:${socket.remotePort}`);
    const certificate = socket.getPeerX509Certificate();
    if (certificate === undefined) {
      socket.destroy();
      return;
    }
    this.#peers.set(socket, { certificateId: certificateId(certificate.raw), source });
    this.#aedes.handle(socket);
  }

  #hook(): void {
    const aedes = this.#aedes;
    aedes.authenticate = (client, _user, _password, done) => this.#authenticate(client, done);
    aedes.authorizePublish = (client, packet, done) => this.#authorizePublish(client, packet, done);
    aedes.authorizeSubscribe = (client, subscription, done) => {
      const principal = this.#principals.get(client);
      const verdict = principal === undefined ? undefined : this.#options.authorizer.subscribe(principal, subscription.topic);
      if (principal !== undefined && verdict !== undefined) {
        const event = { at: this.#options.now(), thing: principal.thing, filter: subscription.topic };
        this.#emit(verdict.allowed ? { type: "subscribed", ...event } : { type: "subscribe-refused", ...event, reason: verdict.reason });
      }
      done(null, verdict?.allowed === true ? subscription : null);
    };
    aedes.authorizeForward = (client, packet) => this.#authorizeForward(client, packet);
    aedes.on("clientReady", (client) => this.#connected(client));
    aedes.on("clientDisconnect", (client) => this.#disconnected(client));
    aedes.on("keepaliveTimeout", (client) => this.#reasons.set(client, "keepalive"));
    // A device that goes away without DISCONNECT is weather, and a refused publish ends its connection this way; both are events already.
    aedes.on("clientError", () => undefined);
    aedes.on("connectionError", () => undefined);
  }

  #authenticate(client: Client, done: (error: AuthenticateError | null, success: boolean | null) => void): void {
    const admission = this.#admission(client);
    if ("refused" in admission) {
      const { refused, thing, source } = admission;
      const who = thing === undefined ? {} : { thing };
      this.#emit({ type: "connect-refused", at: this.#options.now(), source, clientId: client.id, ...who, reason: refused });
      done(Object.assign(new Error("not authorized"), { returnCode: 5 }), false);
      return;
    }
    this.#principals.set(client, admission);
    const before = this.#live.get(client.id);
    if (before !== undefined) this.#reasons.set(before, "takeover");
    done(null, true);
  }

  /** Certificate, then registry, then policy. */
  #admission(
    client: Client,
  ): Principal | { readonly refused: "certificate" | "authorization" | "quarantine"; readonly source: string; readonly thing?: string } {
    const peer = this.#peers.get(client.conn);
    if (peer === undefined) return { refused: "certificate", source: "unknown" };
    const thing = this.#options.registry.thingOf(peer.certificateId);
    if (thing === undefined) return { refused: "certificate", source: peer.source };
    const principal: Principal = { thing, clientId: client.id, ...peer };
    const verdict = this.#options.authorizer.connect(principal);
    return verdict.allowed ? principal : { refused: verdict.reason, source: peer.source, thing };
  }

  #connected(client: Client): void {
    const principal = this.#principals.get(client);
    if (principal === undefined) return;
    this.#live.set(client.id, client);
    const { thing, clientId, source, certificateId: id } = principal;
    // Revoked or quarantined after it was admitted and before it was ready: `disconnect` could not find it then.
    if ("refused" in this.#admission(client)) {
      this.#reasons.set(client, "server");
      client.close();
    }
    this.#emit({ type: "connected", at: this.#options.now(), thing, clientId, source, certificateId: id });
  }

  #disconnected(client: Client): void {
    const principal = this.#principals.get(client);
    if (principal === undefined) return;
    if (this.#live.get(client.id) === client) this.#live.delete(client.id);
    const { thing, clientId } = principal;
    this.#emit({ type: "disconnected", at: this.#options.now(), thing, clientId, reason: this.#reasons.get(client) ?? "client" });
  }

  #authorizePublish(
    client: Client | null,
    packet: { readonly topic: string; readonly payload: string | Buffer; readonly retain: boolean },
    done: Callback,
  ): void {
    const principal = client === null ? undefined : this.#principals.get(client);
    if (principal === undefined) {
      done(new Error("not authorized"));
      return;
    }
    const { topic } = packet;
    const verdict = this.#options.authorizer.publish(principal, topic, packet.retain);
    const event = { at: this.#options.now(), thing: principal.thing, topic, bytes: packet.payload.length };
    if (!verdict.allowed) {
      this.#emit({ type: "publish-refused", ...event, reason: verdict.reason });
      if (client !== null) this.#reasons.set(client, "server");
      done(new Error("not authorized"));
      return;
    }
    this.#emit({ type: "published", ...event });
    done(null);
    this.#options.onMessage(principal, topic, typeof packet.payload === "string" ? Buffer.from(packet.payload) : packet.payload);
  }

  /** Requests to the services are theirs alone: what a client sends under `$aws/` is not routed to subscribers. */
  #authorizeForward(client: Client, packet: AedesPublishPacket): AedesPublishPacket | null {
    const principal = this.#principals.get(client);
    if (principal === undefined) return null;
    if (packet.topic.startsWith("$aws/") && (packet as { readonly clientId?: string }).clientId !== undefined) return null;
    return this.#options.authorizer.receive(principal, packet.topic).allowed ? packet : null;
  }

  #emit(event: FleetEvent): void {
    this.#options.sink(event);
  }
}
