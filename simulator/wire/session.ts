import { BulwarkError } from "../../model/errors.js";
import type { AttackReport } from "../attacks/types.js";
import type { DeviceRequest, IssuedCertificate } from "../cloud/pki.js";
import type { Endpoint } from "../fleet/connection.js";
import type { DeviceSpec } from "../fleet/device.js";
import { now } from "./child.js";
import { Child } from "./child-process.js";
import type { CloudConfig, CloudReport, FromCloud, FromWorker, ToCloud, ToWorker, WorkerReport } from "./messages.js";
import type { RunPlan } from "./run-plan.js";

/** The ramp may take this much longer than planned before the run is given up. */
const RAMP_GRACE_MS = 90_000;
const STOP_TIMEOUT_MS = 15_000;

export interface SessionCounts {
  identities: number;
  connected: number;
  published: number;
  delivered: number;
  alarms: number;
  quarantined: number;
}

/** One cloud process and its worker processes, from birth to death. Nobody of them survives `close`. */
export class Session {
  readonly #cloud: Child<ToCloud, FromCloud>;
  readonly #workers: readonly Child<ToWorker, FromWorker>[];
  readonly #plan: RunPlan;
  readonly #workerOf = new Map<string, number>();
  readonly attacks: AttackReport[] = [];
  readonly counts: SessionCounts = { identities: 0, connected: 0, published: 0, delivered: 0, alarms: 0, quarantined: 0 };
  readonly #rolloutsOpen = new Set<string>();
  #attacksOrdered = 0;
  #endpoint: Endpoint | null = null;
  broker = "aedes";
  #signerKeyPem = "";

  constructor(plan: RunPlan, workers: number) {
    this.#plan = plan;
    this.#cloud = new Child("the cloud process", "../cloud/main");
    this.#workers = Array.from({ length: workers }, (_, i) => new Child<ToWorker, FromWorker>(`worker ${i + 1}`, "../fleet/main"));
    for (const [i, { thing }] of plan.devices.entries()) this.#workerOf.set(thing, i % workers);
  }

  /** Never resolves; rejects as soon as any process has died. */
  get died(): Promise<never> {
    return Promise.race([this.#cloud.died, ...this.#workers.map((worker) => worker.died)]);
  }

  async startCloud(config: CloudConfig): Promise<Endpoint> {
    this.#cloud.on("tick", ({ connected, delivered, alarms, quarantined }) =>
      Object.assign(this.counts, { connected, delivered, alarms, quarantined }),
    );
    const ready = this.#cloud.once("ready");
    this.#cloud.send({ type: "start", config });
    const { endpoint, signerKeyPem, broker } = await ready;
    this.#endpoint = endpoint;
    this.broker = broker;
    this.#signerKeyPem = signerKeyPem;
    return endpoint;
  }

  /** A certificate for a thing that is no part of the fleet. */
  async issue(thing: string, csrPem: string): Promise<IssuedCertificate> {
    const issued = this.#cloud.once("issued");
    this.#cloud.send({ type: "issue", requests: [{ thing, csrPem }] });
    const [certificate] = (await issued).certificates;
    if (certificate === undefined) throw new Error(`no certificate came for ${thing}`);
    return certificate;
  }

  revoke(certificateId: string): void {
    this.#cloud.send({ type: "revoke", certificateId });
  }

  /** Devices make their keys in the workers while the authority signs what has come so far. */
  async mintIdentities(): Promise<void> {
    const installed = this.#workers.map((worker) => worker.once("installed"));
    this.#cloud.on("issued", ({ certificates }) => {
      this.counts.identities += certificates.length;
      this.#deliver(certificates);
    });
    for (const [i, worker] of this.#workers.entries()) {
      worker.on("requests", ({ requests }: { readonly requests: readonly DeviceRequest[] }) =>
        this.#cloud.send({ type: "issue", requests }),
      );
      worker.send({ type: "start", seed: this.#plan.seed, devices: this.#devicesOf(i) });
    }
    await Promise.race([Promise.all(installed), this.died]);
  }

  /** Starts the fleet's clock and connects every device at its planned time. Returns second 0. */
  beginRamp(inflight: number): { readonly origin: number; readonly ramped: Promise<void> } {
    if (this.#endpoint === null) throw new Error("the broker is not up");
    const endpoint = this.#endpoint;
    const origin = now() + 100;
    const sent = this.#workers.map(() => 0);
    const ramped = this.#workers.map((worker, i) => {
      worker.on("tick", ({ sent: total }) => {
        sent[i] = total;
        this.counts.published = sent.reduce((sum, value) => sum + value, 0);
      });
      worker.on("attack-done", ({ report }) => this.attacks.push(report));
      const share = Math.max(1, Math.floor(inflight / this.#workers.length));
      const done = worker.once("ramped");
      worker.send({ type: "connect", endpoint, signerKeyPem: this.#signerKeyPem, startAt: origin, inflight: share });
      return done;
    });
    this.#cloud.send({ type: "origin", at: origin });
    const last = Math.max(0, ...this.#plan.devices.map(({ connectAfterMs }) => connectAfterMs));
    return { origin, ramped: this.#within(Promise.all(ramped), last + RAMP_GRACE_MS, "the ramp").then(() => undefined) };
  }

  /** Whether an attack or a roll-out that was ordered is not over yet. */
  get busy(): boolean {
    return this.attacks.length < this.#attacksOrdered || this.#rolloutsOpen.size > 0;
  }

  orderAttacks(steadyAt: number): void {
    this.#attacksOrdered = this.#plan.attacks.length;
    for (const attack of this.#plan.attacks) {
      const worker = this.#workers[this.#workerOf.get(attack.thing) ?? 0];
      worker?.send({ type: "attack", order: { ...attack, startAt: steadyAt + attack.startAt } });
    }
  }

  orderRollout(id: string): void {
    const rollout = this.#plan.rollouts.find(({ order }) => order.id === id);
    if (rollout === undefined) return;
    this.#rolloutsOpen.add(id);
    this.#cloud.send({ type: "rollout", order: rollout.order });
  }

  onRolloutDone(handler: (id: string) => void): void {
    this.#cloud.on("rollout-done", ({ id }) => {
      this.#rolloutsOpen.delete(id);
      handler(id);
    });
  }

  /** Stops the fleet, then the cloud, and takes their reports. */
  async stop(): Promise<{ readonly workers: readonly WorkerReport[]; readonly cloud: CloudReport }> {
    const finals = this.#workers.map((worker) => worker.once("final"));
    for (const worker of this.#workers) worker.send({ type: "stop" });
    const workers = (await this.#within(Promise.all(finals), STOP_TIMEOUT_MS, "stopping the fleet")).map(({ report }) => report);
    const final = this.#cloud.once("final");
    this.#cloud.send({ type: "stop" });
    const { report: cloud } = await this.#within(final, STOP_TIMEOUT_MS, "stopping the cloud");
    return { workers, cloud };
  }

  async close(): Promise<void> {
    await Promise.all([this.#cloud, ...this.#workers].map((child) => child.kill()));
  }

  #devicesOf(worker: number): DeviceSpec[] {
    return this.#plan.devices.filter(({ thing }) => this.#workerOf.get(thing) === worker);
  }

  #deliver(certificates: readonly IssuedCertificate[]): void {
    for (const [i, worker] of this.#workers.entries()) {
      const share = certificates.filter(({ thing }) => this.#workerOf.get(thing) === i);
      if (share.length > 0) worker.send({ type: "identities", certificates: share });
    }
  }

  async #within<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new BulwarkError("BW_WORKER_DIED", { worker: what, how: `no answer within ${Math.round(ms / 1000)} s` })),
        ms,
      );
    });
    try {
      return await Promise.race([work, this.died, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
