import { now } from "./child.js";
import type { Phase, RehearsalProgress } from "./progress.js";
import type { SessionCounts } from "./session.js";

const EVERY_MS = 500;

/** Tells the caller about twice a second where the run is, and at once what begins or ends. */
export class Reporter {
  readonly #counts: SessionCounts;
  readonly #devices: number;
  readonly #tell: ((progress: RehearsalProgress) => void) | undefined;
  #phase: Phase = "prepare";
  #since = now();
  #plannedS: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(counts: SessionCounts, devices: number, tell: ((progress: RehearsalProgress) => void) | undefined) {
    this.#counts = counts;
    this.#devices = devices;
    this.#tell = tell;
  }

  /** `plannedS` is null where nobody can say how long the phase takes. */
  enter(phase: Phase, plannedS: number | null): void {
    this.stop();
    this.#phase = phase;
    this.#plannedS = plannedS;
    this.#since = now();
    this.#send();
    if (this.#tell !== undefined) this.#timer = setInterval(() => this.#send(), EVERY_MS);
  }

  event(event: string): void {
    this.#send(event);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #send(event?: string): void {
    const elapsedS = (now() - this.#since) / 1000;
    const progress = { phase: this.#phase, elapsedS, plannedS: this.#plannedS, devices: this.#devices, ...this.#counts };
    this.#tell?.(event === undefined ? progress : { ...progress, event });
  }
}
