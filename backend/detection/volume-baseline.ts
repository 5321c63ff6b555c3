import type { DetectorLogic, Millis } from "../../model/detectors/types.js";

export type VolumeLogic = Extract<DetectorLogic, { readonly kind: "volume" }>;

export interface VolumeReading {
  /** Total of the running window. */
  readonly observed: number;
  /** What it would have to exceed. */
  readonly limit: number;
  readonly alarming: boolean;
  /** Well above this thing's habit, whatever the detector's settings: keeps an episode open. */
  readonly elevated: boolean;
}

/**
 * One thing's habit: the average of a window and the average absolute difference from it, both exponentially weighted, in five numbers.
 * What is learned does not depend on the detector's thresholds, so that a stricter threshold can only take alarms away.
 */
export interface VolumeBaseline {
  add(at: Millis, amount: number): VolumeReading;
  state(): VolumeState;
}

export interface VolumeState {
  readonly windowStart: Millis | null;
  readonly observed: number;
  readonly level: number;
  readonly deviation: number;
  readonly windows: number;
}

/** Weight of a new window once the habit is known; before, the plain average of what was seen. */
const LEARNING_RATE = 0.1;
/**
 * The most one window may teach: twice the level, or four deviations above it. An attack so moves the habit slowly, while a lasting change (new
 * firmware reports more) is still learned in a dozen windows. Clipping at a fixed number of deviations alone would freeze the level for ever.
 */
const LEARN_FACTOR = 2;
const LEARN_DEVIATIONS = 4;
const ELEVATED_FACTOR = 1.5;
const ELEVATED_DEVIATIONS = 2;
/** Silent windows taught one by one; after so many the level is as good as zero. */
const SILENT_LIMIT = 64;

export function createVolumeBaseline(logic: VolumeLogic, from?: VolumeState): VolumeBaseline {
  let windowStart = from?.windowStart ?? Number.NaN;
  let observed = from?.observed ?? 0;
  let level = from?.level ?? 0;
  let deviation = from?.deviation ?? 0;
  let windows = from?.windows ?? 0;

  const learn = (amount: number): void => {
    const most = Math.max(level * LEARN_FACTOR, level + LEARN_DEVIATIONS * deviation);
    const taught = windows === 0 || most === 0 ? amount : Math.min(amount, most);
    const weight = Math.max(LEARNING_RATE, 1 / (windows + 1));
    if (windows > 0) deviation += weight * (Math.abs(taught - level) - deviation);
    level += weight * (taught - level);
    windows++;
  };

  return {
    add(at, amount) {
      // Windows start with the thing's first message, so that the first one taught is a whole one.
      if (Number.isNaN(windowStart)) windowStart = at;
      const passed = Math.floor((at - windowStart) / logic.windowMs);
      if (passed > 0) {
        learn(observed);
        for (let i = 1; i < Math.min(passed, SILENT_LIMIT); i++) learn(0);
        windowStart += passed * logic.windowMs;
        observed = 0;
      }
      observed += amount;
      const elevated = windows > 0 && observed > Math.max(level * ELEVATED_FACTOR, level + ELEVATED_DEVIATIONS * deviation);
      const limit = Math.max(level * logic.factor, level + logic.sigmas * deviation, logic.floor);
      return { observed, limit, elevated, alarming: elevated && windows >= logic.learnWindows && observed > limit };
    },
    state: () => ({ windowStart: Number.isNaN(windowStart) ? null : windowStart, observed, level, deviation, windows }),
  };
}
