import type { DetectorLogic, FleetEvent, Millis } from "../../model/detectors/types.js";

export type SilenceLogic = Extract<DetectorLogic, { readonly kind: "silence" }>;

/** One thing's rhythm: the average time between its messages, and whether its connection stands. */
export interface SilenceWatch {
  observe(event: FleetEvent, at: Millis): void;
  /** Seconds of silence against the seconds allowed; undefined while all is well or too little is known. */
  check(now: Millis): { readonly observed: number; readonly limit: number; readonly alarming: true } | undefined;
  /** The moment after which `check` will complain if nothing comes; undefined while it would not. */
  dueAt(): Millis | undefined;
  state(): SilenceState;
}

export interface SilenceState {
  readonly last: Millis | null;
  readonly interval: Millis;
  readonly learned: number;
  readonly connected: boolean;
}

/** Weight of a new interval once the rhythm is known; before, the plain average. */
const LEARNING_RATE = 0.1;

export function createSilenceWatch(logic: SilenceLogic, from?: SilenceState): SilenceWatch {
  let last = from?.last ?? Number.NaN;
  let interval = from?.interval ?? 0;
  let learned = from?.learned ?? 0;
  let connected = from?.connected ?? false;
  const allowed = (): Millis => Math.max(logic.floorMs, logic.factor * interval);
  const speaks = (): boolean => connected && learned >= logic.learnIntervals && !Number.isNaN(last);

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
      if (!speaks() || now - last <= allowed()) return undefined;
      return { observed: Math.round((now - last) / 1000), limit: allowed() / 1000, alarming: true };
    },
    dueAt: () => (speaks() ? last + allowed() : undefined),
    state: () => ({ last: Number.isNaN(last) ? null : last, interval, learned, connected }),
  };
}
