import { monitorEventLoopDelay } from "node:perf_hooks";
import type { MetricRegistry } from "../run/metrics.js";
import type { ProcessLoad } from "./messages.js";

/** Sampling period of the event-loop delay, milliseconds. It is part of every value and taken off again. */
const RESOLUTION_MS = 10;

export interface LoadMeter {
  /** Forgets what was before: key generation is not measurement. */
  reset(): void;
  finish(metrics: MetricRegistry): ProcessLoad;
}

/** Measures the process that measures, so that a run can say whether it was the fleet or the generator that was slow. */
export function createLoadMeter(): LoadMeter {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let cpu = process.cpuUsage();
  return {
    reset() {
      delay.reset();
      cpu = process.cpuUsage();
    },
    finish(metrics) {
      delay.disable();
      const toMs = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
      for (const percentile of [50, 90, 95, 99, 100])
        if (delay.count > 0) metrics.record("event_loop_delay", toMs(delay.percentile(percentile)));
      const used = process.cpuUsage(cpu);
      return {
        eventLoopP99Ms: delay.count === 0 ? 0 : toMs(delay.percentile(99)),
        cpuMs: (used.user + used.system) / 1000,
        rssBytes: process.memoryUsage.rss(),
      };
    },
  };
}
