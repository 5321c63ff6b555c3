import { runAttack } from "../attacks/run-attack.js";
import type { AttackOrder, AttackReport } from "../attacks/types.js";
import { createDeviceRequest, type DeviceRequest, type IssuedCertificate } from "../cloud/pki.js";
import type { DeviceReport } from "../wire/messages.js";
import type { ConnectionFactory, Endpoint } from "./connection.js";
import { Device, type DeviceContext, type DeviceSpec } from "./device.js";
import type { FleetMeter } from "./meter.js";
import { Schedule } from "./schedule.js";

export interface FleetOptions {
  readonly seed: number;
  readonly devices: readonly DeviceSpec[];
  readonly meter: FleetMeter;
  readonly connect: ConnectionFactory;
  readonly now: () => number;
}

export interface RampOptions {
  readonly endpoint: Endpoint;
  readonly signerKeyPem: string;
  /** Epoch milliseconds. */
  readonly startAt: number;
  /** Handshakes at a time. */
  readonly inflight: number;
}

/** How long the last acknowledgements may take after telemetry has stopped. */
const GRACE_MS = 1_000;

/** The devices of one worker process. */
export class Fleet {
  readonly #options: FleetOptions;
  readonly #keys = new Map<string, string>();
  readonly #certificates = new Map<string, string>();
  readonly #devices = new Map<string, Device>();
  readonly #schedule: Schedule;
  readonly #stopping = new AbortController();
  #context: DeviceContext | null = null;

  constructor(options: FleetOptions) {
    this.#options = options;
    this.#schedule = new Schedule(options.now);
  }

  get online(): number {
    let online = 0;
    for (const device of this.#devices.values()) if (device.online) online++;
    return online;
  }

  /** Each device makes its key pair; only the requests leave. */
  async *requests(batch: number): AsyncGenerator<readonly DeviceRequest[]> {
    let requests: DeviceRequest[] = [];
    for (const { thing } of this.#options.devices) {
      const { csrPem, privateKeyPem } = await createDeviceRequest(thing);
      this.#keys.set(thing, privateKeyPem);
      requests.push({ thing, csrPem });
      if (requests.length < batch) continue;
      yield requests;
      requests = [];
    }
    if (requests.length > 0) yield requests;
  }

  /** True when every device has its certificate. */
  install(certificates: readonly IssuedCertificate[]): boolean {
    for (const { thing, certificatePem } of certificates) this.#certificates.set(thing, certificatePem);
    return this.#certificates.size === this.#options.devices.length;
  }

  /** Connects all devices on their planned times, within the cap; resolves when each has its first outcome. */
  async ramp({ endpoint, signerKeyPem, startAt, inflight }: RampOptions): Promise<void> {
    const { seed, devices, meter, connect, now } = this.#options;
    this.#context = { seed, endpoint, connect, schedule: this.#schedule, meter, signerKeyPem, now };
    meter.startAt(startAt);
    this.#schedule.start();
    const waiting: (() => void)[] = [];
    let busy = 0;
    const start = async (device: Device, intended: number): Promise<void> => {
      busy++;
      await device.connect(intended);
      busy--;
      waiting.shift()?.();
    };
    await Promise.all(
      devices.map(
        (spec) =>
          new Promise<void>((resolve) => {
            this.#schedule.at(startAt + spec.connectAfterMs, (intended) => {
              const device = this.#boot(spec);
              const go = (): void => void start(device, intended).then(resolve);
              if (busy < inflight) return go();
              meter.late();
              waiting.push(go);
            });
          }),
      ),
    );
  }

  attack(order: AttackOrder): Promise<AttackReport> {
    const device = this.#devices.get(order.thing);
    if (device === undefined || this.#context === null) throw new Error(`no device is called ${order.thing}`);
    const { seed, endpoint, connect, schedule, now } = this.#context;
    return runAttack(order, device, { seed, endpoint, connect, schedule, now, signal: this.#stopping.signal });
  }

  async stop(): Promise<readonly DeviceReport[]> {
    this.#stopping.abort();
    this.#schedule.stop();
    await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
    await Promise.all(
      [...this.#devices.values()].map((device) => Promise.race([device.stop(), new Promise((resolve) => setTimeout(resolve, GRACE_MS))])),
    );
    return [...this.#devices.values()].map(({ spec, version, outcomes }) => ({ thing: spec.thing, version, outcomes }));
  }

  #boot(spec: DeviceSpec): Device {
    const certificatePem = this.#certificates.get(spec.thing);
    const privateKeyPem = this.#keys.get(spec.thing);
    if (certificatePem === undefined || privateKeyPem === undefined || this.#context === null)
      throw new Error(`${spec.thing} has no identity yet`);
    const device = new Device(spec, { certificatePem, privateKeyPem }, this.#context);
    this.#devices.set(spec.thing, device);
    return device;
  }
}
