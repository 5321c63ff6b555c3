import type { Buffer } from "node:buffer";
import { type RandomStream, streamFor } from "../run/random.js";
import type { ConnectionFactory, ConnectOutcome, Credentials, DeviceConnection, Endpoint } from "./connection.js";
import type { FleetMeter } from "./meter.js";
import type { Schedule } from "./schedule.js";
import { type TelemetryPlan, telemetryPayload } from "./telemetry.js";
import { type FirmwareState, initialFirmware, runningVersion, UpdateAgent, type UpdateOutcome } from "./update-agent.js";

export interface DeviceSpec {
  /** Position in the whole fleet; with the seed it fixes everything the device draws. */
  readonly index: number;
  readonly thing: string;
  readonly profile: string;
  readonly model: string;
  readonly version: string;
  readonly source: string | null;
  readonly telemetry: TelemetryPlan;
  /** Milliseconds after the start of the ramp at which it means to connect. */
  readonly connectAfterMs: number;
}

export interface DeviceContext {
  readonly seed: number;
  readonly endpoint: Endpoint;
  readonly connect: ConnectionFactory;
  readonly schedule: Schedule;
  readonly meter: FleetMeter;
  readonly signerKeyPem: string;
  readonly now: () => number;
}

/** Full-jitter exponential back-off. Source: aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter */
const BACKOFF_BASE_MS = 1_000;
const BACKOFF_MAX_MS = 15_000;
/** Restart and self-test on the device, milliseconds. */
const RESTART_MS = [200, 600] as const;

type TopicHandler = (payload: Buffer) => void;

/** One simulated device: its session, its telemetry on an intended-time plan, its firmware. */
export class Device {
  readonly spec: DeviceSpec;
  readonly firmware: FirmwareState;
  readonly outcomes: UpdateOutcome[] = [];
  /** Set while and after an attack drives it: its own telemetry is no longer the fleet's, and gaps in it are the attack's. */
  compromised = false;
  /** Sees every message the device receives. */
  onForeignMessage: ((topic: string, bytes: number) => void) | null = null;
  readonly #context: DeviceContext;
  readonly #stream: RandomStream;
  readonly #connection: DeviceConnection;
  readonly #agent: UpdateAgent;
  readonly #listeners = new Map<string, Set<TopicHandler>>();
  #attempts = 0;
  #refused = false;
  #stopped = false;
  #telemetryOn = false;
  #restarting = false;
  #sequence = 0;

  constructor(spec: DeviceSpec, credentials: Omit<Credentials, "clientId" | "source">, context: DeviceContext) {
    this.spec = spec;
    this.#context = context;
    this.#stream = streamFor(context.seed, "device", spec.index);
    this.firmware = initialFirmware(spec.model, spec.version);
    this.#connection = context.connect(
      context.endpoint,
      { clientId: spec.thing, source: spec.source, ...credentials },
      { onMessage: (topic, payload) => this.#receive(topic, payload), onClosed: () => this.#lost() },
    );
    const port = {
      thing: spec.thing,
      publish: (topic: string, payload: string, qos: 0 | 1) => this.#connection.publish(topic, payload, qos),
      listen: (topic: string, handler: TopicHandler) => this.#listen(topic, handler),
      subscribe: async (filters: readonly string[]) => (await this.#connection.subscribe(filters)).every(Boolean),
      after: (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref()),
      restart: () => this.#restart(),
    };
    this.#agent = new UpdateAgent(port, this.firmware, context.signerKeyPem, context.now, (outcome) => this.outcomes.push(outcome));
    this.#listen(`$aws/things/${spec.thing}/jobs/notify-next`, () => void this.#agent.wake());
  }

  get online(): boolean {
    return this.#connection.online;
  }

  /** The broker's answer to its last connect was no; a connection that merely broke is not that. */
  get refused(): boolean {
    return this.#refused;
  }

  get version(): string {
    return runningVersion(this.firmware);
  }

  /** First connection, at its planned time. Resolves when it is settled either way. */
  async connect(intended: number): Promise<ConnectOutcome> {
    const outcome = await this.#dial();
    this.#context.meter.connected(outcome.ok, this.#context.now() - intended);
    if (outcome.ok) this.#ready();
    else this.#retry();
    return outcome;
  }

  /** For attacks, which drive the device as its own firmware would. */
  publish(topic: string, payload: string | Buffer): Promise<boolean> {
    return this.#connection.publish(topic, payload, 1);
  }

  subscribe(filters: readonly string[]): Promise<readonly boolean[]> {
    return this.#connection.subscribe(filters);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#connection.online) await this.#connection.end(false);
  }

  #ready(): void {
    this.#attempts = 0;
    void this.#agent.begin();
    if (this.#telemetryOn) return;
    this.#telemetryOn = true;
    // It reports when it comes up, and then at its own interval.
    this.#plan(this.#context.now());
  }

  #plan(at: number): void {
    this.#context.schedule.at(at, (intended) => {
      if (this.#stopped) return;
      this.#report(intended);
      this.#plan(intended + this.spec.telemetry.everyMs);
    });
  }

  #report(intended: number): void {
    if (this.#restarting || (this.compromised && !this.online)) return;
    const { meter, now } = this.#context;
    const { telemetry, profile } = this.spec;
    const payload = telemetryPayload(telemetry, this.#stream, this.#sequence++, intended);
    meter.planned();
    // A whole interval late is not late but lost: the next report is due.
    if (!this.online || now() - intended > telemetry.everyMs) {
      meter.dropped();
      return;
    }
    meter.sent(payload.length);
    void this.#connection.publish(telemetry.topic, payload, 1).then((acked) => {
      if (acked) meter.acked(profile, now() - intended);
    });
  }

  #lost(): void {
    if (this.#stopped) return;
    this.#context.meter.lost();
    this.#retry();
  }

  #retry(): void {
    if (this.#stopped) return;
    const most = Math.min(BACKOFF_MAX_MS, BACKOFF_BASE_MS * 2 ** this.#attempts++);
    this.#context.schedule.at(this.#context.now() + BACKOFF_BASE_MS / 4 + this.#stream.uniform() * most, () => void this.#reconnect());
  }

  async #reconnect(): Promise<void> {
    if (this.#stopped) return;
    const outcome = await this.#dial();
    if (this.#stopped) void this.#connection.end(true);
    else if (outcome.ok) this.#ready();
    else this.#retry();
  }

  async #dial(): Promise<ConnectOutcome> {
    const outcome = await this.#connection.connect();
    this.#refused = !outcome.ok && outcome.why !== "network";
    return outcome;
  }

  #receive(topic: string, payload: Buffer): void {
    const handlers = this.#listeners.get(topic);
    if (handlers !== undefined) for (const handler of handlers) handler(payload);
    // As the Jobs documentation asks, a device checks that what it is sent is its own.
    else if (!topic.startsWith(`$aws/things/${this.spec.thing}/`)) this.onForeignMessage?.(topic, payload.length);
  }

  #listen(topic: string, handler: TopicHandler): () => void {
    const handlers = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, handlers.add(handler));
    return () => {
      handlers.delete(handler);
      if (handlers.size === 0) this.#listeners.delete(topic);
    };
  }

  async #restart(): Promise<void> {
    this.#restarting = true;
    await new Promise<void>((resolve) => setTimeout(resolve, RESTART_MS[0] + this.#stream.uniform() * (RESTART_MS[1] - RESTART_MS[0])));
    this.#restarting = false;
  }
}
