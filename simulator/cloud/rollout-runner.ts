import type { FleetEvent } from "../../model/detectors/types.js";
import { exposureBound } from "../../model/rollout/bounds.js";
import { createRolloutController, type RolloutController } from "../../model/rollout/controller.js";
import type { RolloutOutcome } from "../../model/run.js";
import { buildRelease, IMAGE_FILE, MANIFEST_FILE, type Signer } from "../fleet/firmware-package.js";
import type { MetricRegistry } from "../run/metrics.js";
import type { RolloutOrder } from "../wire/messages.js";
import type { JobExecution, JobsService } from "./jobs.js";
import type { StreamsService } from "./streams.js";

export interface RolloutPorts {
  readonly jobs: JobsService;
  readonly streams: StreamsService;
  readonly metrics: MetricRegistry;
  readonly sink: (event: FleetEvent) => void;
  readonly now: () => number;
  readonly secondsSinceOrigin: () => number;
}

/** Bytes of a block of the file stream. */
const BLOCK_BYTES = 16_384;
/** While canaries soak nothing happens that could be watched, so the plan's clock is wound on: wall time a whole soak takes. */
const SOAK_WALL_MS = 2_000;

/**
 * Runs one roll-out through the jobs service under the model's controller. Plan time is wall time multiplied by the scenario's scale; what a
 * device takes to download and restart is not scaled.
 */
export class RolloutRunner {
  readonly order: RolloutOrder;
  readonly #ports: RolloutPorts;
  readonly #controller: RolloutController;
  readonly #startedAt: number;
  readonly #offeredAt = new Map<string, number>();
  readonly #curve: [number, number][] = [];
  #abortMarked = false;
  #succeeded = 0;
  #soakingSince: number | null = null;
  #woundOn = 0;

  constructor(order: RolloutOrder, signer: Signer, ports: RolloutPorts) {
    this.order = order;
    this.#ports = ports;
    this.#startedAt = ports.now();
    const canaries = new Set(order.canaries);
    const targets = order.targets.map((thing) => ({ thing, canary: canaries.has(thing) }));
    this.#controller = createRolloutController(order.plan, targets, this.#startedAt);
    const { manifestFile, image } = buildRelease({ ...order.release, seed: order.seed }, signer, order.tamper);
    const files = [
      { fileId: MANIFEST_FILE, content: manifestFile },
      { fileId: IMAGE_FILE, content: image },
    ];
    ports.streams.put({ id: order.id, version: 1, files });
    const stream = { id: order.id, version: 1 };
    ports.jobs.createJob(order.id, {
      operation: "install-firmware",
      release: order.release.version,
      stream,
      manifestBytes: manifestFile.length,
      blockBytes: BLOCK_BYTES,
    });
  }

  get done(): boolean {
    const { state, counts } = this.#controller.snapshot();
    const open = counts.QUEUED + counts.IN_PROGRESS;
    return state === "completed" || (state === "aborted" && open === 0);
  }

  tick(): void {
    const { jobs } = this.#ports;
    this.#soak();
    const { offer, cancel, timedOut } = this.#controller.tick(this.#planTime());
    for (const thing of timedOut) jobs.end(this.order.id, thing, "TIMED_OUT", true);
    for (const thing of cancel) jobs.end(this.order.id, thing, "CANCELED", false);
    for (const thing of offer) this.#offer(thing);
    this.#markAbort();
  }

  /** The curve of a release that was aborted ends where the abort came, even if nobody ever ran it. */
  #markAbort(): void {
    if (this.#abortMarked || this.#controller.snapshot().state !== "aborted") return;
    this.#abortMarked = true;
    this.#curve.push([this.#ports.secondsSinceOrigin(), this.#succeeded]);
  }

  /** A thing in quarantine is no target any more, whether it was offered the release or not. */
  remove(thing: string): void {
    if (this.#controller.remove(thing, this.#planTime())) this.#ports.jobs.end(this.order.id, thing, "REMOVED", true);
  }

  /** The service's word on an execution of this roll-out. */
  onStatus(execution: JobExecution): void {
    const { thing, status, statusDetails } = execution;
    if (status === "TIMED_OUT" || status === "CANCELED" || status === "REMOVED") return;
    const reasonCode = statusDetails.reasonCode;
    this.#controller.report(thing, status, this.#planTime(), reasonCode);
    if (status === "IN_PROGRESS") return;
    const event = { type: "job-execution" as const, at: this.#ports.now(), thing, jobId: this.order.id, status };
    this.#ports.sink(reasonCode === undefined ? event : { ...event, reasonCode });
    const { metrics } = this.#ports;
    metrics.record("update_duration", this.#ports.now() - (this.#offeredAt.get(thing) ?? this.#ports.now()), this.order.id);
    if (status === "SUCCEEDED") {
      this.#curve.push([this.#ports.secondsSinceOrigin(), ++this.#succeeded]);
      metrics.add("updates_succeeded", 1, this.order.id);
    } else metrics.add("updates_failed", 1, this.order.id);
  }

  /** `applied` is left to those who ask the devices themselves. */
  outcome(): RolloutOutcome {
    const snapshot = this.#controller.snapshot();
    const { counts } = snapshot;
    const { order } = this;
    return {
      id: order.id,
      release: order.release.version,
      tampered: order.tamper,
      targets: order.targets.length,
      canary: order.canaries.length,
      notified: snapshot.notified,
      succeeded: counts.SUCCEEDED,
      failed: counts.FAILED,
      rejected: counts.REJECTED,
      timedOut: counts.TIMED_OUT,
      neverOffered: snapshot.neverOffered,
      state: snapshot.state === "completed" || snapshot.state === "aborted" ? snapshot.state : "unfinished",
      abortReason: snapshot.reason,
      exposureBound: exposureBound(order.plan, order.targets.length),
      applied: 0,
      reasonCodes: snapshot.reasonCodes,
      curve: this.#curve.map(([t, updated]) => [Number(t.toFixed(2)), updated] as const),
    };
  }

  #offer(thing: string): void {
    if (this.#curve.length === 0) this.#curve.push([this.#ports.secondsSinceOrigin(), 0]);
    this.#offeredAt.set(thing, this.#ports.now());
    this.#ports.metrics.add("exposed_devices", 1, this.order.id);
    this.#ports.jobs.offer(this.order.id, thing);
  }

  #soak(): void {
    if (this.#controller.snapshot().state !== "soaking") return;
    this.#soakingSince ??= this.#ports.now();
    if (this.#ports.now() - this.#soakingSince >= SOAK_WALL_MS && this.#woundOn === 0) this.#woundOn = this.order.plan.soakMs;
  }

  #planTime(): number {
    return this.#startedAt + (this.#ports.now() - this.#startedAt) * this.order.timeScale + this.#woundOn;
  }
}
