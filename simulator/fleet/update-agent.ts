import type { Buffer } from "node:buffer";
import { z } from "zod";
import { type DeviceState, type FirmwareManifest, type ReasonCode, raiseFloor, STATUS_OF_REASON } from "../../model/firmware/manifest.js";
import { IMAGE_FILE, MANIFEST_FILE, MAX_MANIFEST_BYTES, verifyImage, verifyManifest } from "./firmware-package.js";
import { type DownloadPort, downloadFile } from "./stream-download.js";

/** What the agent reaches of its device. */
export interface AgentPort extends DownloadPort {
  readonly thing: string;
  /** Resolves true when all were granted. */
  subscribe(filters: readonly string[]): Promise<boolean>;
  /** Writes the image to the inactive slot, restarts into it and runs the self-test; takes the time a device takes. */
  restart(): Promise<void>;
}

interface SlotState {
  readonly version: string;
  readonly sha256: string;
}

/** What survives a power cut: two slots, which of them runs, and the version floor. */
export interface FirmwareState {
  readonly hardware: string;
  readonly slots: [SlotState, SlotState | null] | [SlotState | null, SlotState];
  active: 0 | 1;
  floor: string;
}

export interface UpdateOutcome {
  readonly jobId: string;
  readonly status: "SUCCEEDED" | "REJECTED" | "FAILED" | "TIMED_OUT";
  readonly reasonCode: ReasonCode | null;
  readonly version: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

const jobSchema = z.object({
  jobId: z.string(),
  versionNumber: z.int(),
  jobDocument: z.object({
    operation: z.literal("install-firmware"),
    stream: z.object({ id: z.string(), version: z.int() }),
    manifestBytes: z.int().min(1),
    blockBytes: z.int().min(256),
  }),
});
type Job = z.infer<typeof jobSchema>;

const REPLY_TIMEOUT_MS = 15_000;

export const runningVersion = (state: FirmwareState): string => state.slots[state.active]?.version ?? "0.0.0";

export function initialFirmware(hardware: string, version: string): FirmwareState {
  return { hardware, slots: [{ version, sha256: "" }, null], active: 0, floor: version };
}

/**
 * The device's side of an update: one job at a time, from notification to exactly one terminal status. Nothing is written to a slot before
 * signature, hardware, floor, size and digest have been checked, in this order.
 */
export class UpdateAgent {
  readonly #port: AgentPort;
  readonly #state: FirmwareState;
  readonly #signerKeyPem: string;
  readonly #now: () => number;
  readonly #onOutcome: (outcome: UpdateOutcome) => void;
  #busy = false;
  #again = false;

  constructor(port: AgentPort, state: FirmwareState, signerKeyPem: string, now: () => number, onOutcome: (outcome: UpdateOutcome) => void) {
    this.#port = port;
    this.#state = state;
    this.#signerKeyPem = signerKeyPem;
    this.#now = now;
    this.#onOutcome = onOutcome;
  }

  /** After each (re)connect: listen for jobs, and ask for one that was queued while the device was away. */
  async begin(): Promise<void> {
    const base = `$aws/things/${this.#port.thing}/jobs`;
    if (await this.#port.subscribe([`${base}/notify-next`])) await this.wake();
  }

  /** Works through what is pending; called for each notification, and safe to call at any time. */
  async wake(): Promise<void> {
    this.#again = true;
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#again) {
        this.#again = false;
        const job = await this.#startNext();
        if (job !== null) {
          await this.#run(job);
          this.#again = true;
        }
      }
    } finally {
      this.#busy = false;
    }
  }

  async #startNext(): Promise<Job | null> {
    const reply = await this.#request("start-next", {});
    const parsed = jobSchema.safeParse(reply?.execution);
    return parsed.success ? parsed.data : null;
  }

  async #run(job: Job): Promise<void> {
    const startedAt = this.#now();
    const outcome = await this.#install(job);
    const reasonCode = typeof outcome === "string" ? outcome : null;
    const status = reasonCode === null ? "SUCCEEDED" : STATUS_OF_REASON[reasonCode];
    const version = runningVersion(this.#state);
    if (status === "SUCCEEDED")
      await this.#port.publish(
        `$aws/things/${this.#port.thing}/shadow/update`,
        JSON.stringify({ state: { reported: { firmware: { version } } } }),
        1,
      );
    const details = { version, ...(reasonCode === null ? {} : { reasonCode }) };
    const accepted = await this.#request(`${job.jobId}/update`, { status, statusDetails: details, expectedVersion: job.versionNumber });
    if (accepted !== null) this.#onOutcome({ jobId: job.jobId, status, reasonCode, version, startedAt, endedAt: this.#now() });
  }

  async #install(job: Job): Promise<FirmwareManifest | ReasonCode> {
    const { stream, manifestBytes, blockBytes } = job.jobDocument;
    if (manifestBytes > MAX_MANIFEST_BYTES) return "manifest-invalid";
    const base = `$aws/things/${this.#port.thing}/streams/${stream.id}`;
    if (!(await this.#port.subscribe([`${base}/data/json`, `${base}/rejected/json`]))) return "download-failed";
    const request = { thing: this.#port.thing, stream: stream.id, version: stream.version, blockBytes };
    const manifestFile = await downloadFile(this.#port, { ...request, file: MANIFEST_FILE, size: manifestBytes });
    if (manifestFile === null) return "download-failed";
    const verdict = verifyManifest(manifestFile, this.#signerKeyPem, this.#deviceState());
    if (!verdict.ok) return verdict.reason;
    const { manifest } = verdict;
    const image = await downloadFile(this.#port, { ...request, file: IMAGE_FILE, size: manifest.size });
    if (image === null) return "download-failed";
    const problem = verifyImage(image, manifest);
    if (problem !== null) return problem;
    await this.#switchTo(manifest);
    return manifest;
  }

  /** The floor rises only after the new image has run and confirmed itself: a power cut before leaves the old one bootable. */
  async #switchTo(manifest: FirmwareManifest): Promise<void> {
    const inactive = this.#state.active === 0 ? 1 : 0;
    this.#state.slots[inactive] = { version: manifest.version, sha256: manifest.sha256 };
    this.#state.active = inactive;
    await this.#port.restart();
    this.#state.floor = raiseFloor(this.#state.floor, manifest);
  }

  #deviceState(): DeviceState {
    return { hardware: this.#state.hardware, version: runningVersion(this.#state), floor: this.#state.floor };
  }

  /** One jobs request and its answer; null when it was rejected or nothing came. */
  async #request(verb: string, body: object): Promise<{ readonly execution?: unknown } | null> {
    const topic = `$aws/things/${this.#port.thing}/jobs/${verb}`;
    const stops: (() => void)[] = [];
    const answer = new Promise<{ readonly execution?: unknown } | null>((resolve) => {
      stops.push(this.#port.listen(`${topic}/accepted`, (payload) => resolve(parseObject(payload))));
      stops.push(this.#port.listen(`${topic}/rejected`, () => resolve(null)));
    });
    try {
      if (!(await this.#port.publish(topic, JSON.stringify(body), 1))) return null;
      return await Promise.race([answer, this.#port.after(REPLY_TIMEOUT_MS).then(() => null)]);
    } finally {
      for (const stop of stops) stop();
    }
  }
}

function parseObject(payload: Buffer): { readonly execution?: unknown } | null {
  try {
    const value: unknown = JSON.parse(payload.toString("utf8"));
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}
