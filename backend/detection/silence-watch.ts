import type { DetectorLogic, FleetEvent, Millis } from "../../model/detectors/types.js";

export type SilenceLogic = Extract<DetectorLogic, { readonly kind: "silence" }>;

/** One thing's rhythm: the average time between its messages, and whether its connection stands. */
export interface SilenceWatch {
  observe(event: FleetEvent, at: Millis): void;
  /** Seconds of silence against the seconds allowed; undefined while all is well or too little is known. */
  check(now: Millis): { readonly observed: number; readonly limit: number; readonly alarming: true } | undefined;
}

/** Weight of a new interval once the rhythm is known; before, the plain average. */
const LEARNING_RATE = 0.1;

export function createSilenceWatch(logic: SilenceLogic): SilenceWatch {
  let last = Number.NaN;
  let interval = 0;
  let learned = 0;
  let connected = false;

  return {
    observe(event, at) {
      if (event.type === "disconnected") {
        connected = false;
        // An outage is no interval: the next message starts a new one.
        last = Number.NaN;
        return;
      }
      connected = true;
      if (event.type !== "published") return;
      if (!Number.isNaN(last)) {
        interval += Math.max(LEARNING_RATE, 1 / (learned + 1)) * (at - last - interval);
        learned++;
      }
      last = at;
    },
    check(now) {
      if (!connected || learned < logic.learnIntervals || Number.isNaN(last)) return undefined;
      const allowed = Math.max(logic.floorMs, logic.factor * interval);
      return now - last > allowed ? { observed: Math.round((now - last) / 1000), limit: allowed / 1000, alarming: true } : undefined;
    },
  };
}
