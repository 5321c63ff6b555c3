import type { Detector } from "../../model/detectors/types.js";
import type { RehearsalProgress } from "./progress.js";

export interface RehearseOptions {
  /** Synthesized stack (`cdk.tf.json`) whose device and quarantine policy the fleet runs under. */
  readonly stackPath: string;
  /** Default: the scenario's. */
  readonly seed?: number;
  /** Default: the stack's. */
  readonly detectors?: readonly Detector[];
  /** Where run.json and evidence.jsonl go; nothing is written without it. */
  readonly outDir?: string;
  readonly onProgress?: (progress: RehearsalProgress) => void;
  /** Stops the run in order: what was measured is reported, with state `interrupted`. */
  readonly signal?: AbortSignal;
}
