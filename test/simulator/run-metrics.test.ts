import { describe, expect, test } from "vitest";
import { MetricRegistry } from "../../simulator/run/metrics.js";
import { SeriesRecorder } from "../../simulator/run/series.js";

const overWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe("MetricRegistry", () => {
  test("a tagged value counts under its tag and in the total", () => {
    const registry = new MetricRegistry();
    registry.record("detect_delay", 100, "snooping");
    registry.record("detect_delay", 300, "brute-force");
    registry.add("alarms", 2, "foreign-topics");
    registry.rate("attack_detected", true, 1, "snooping");
    registry.rate("attack_detected", 3, 4, "brute-force");
    expect(registry.toMetrics()).toMatchObject({
      detect_delay: { type: "trend", unit: "ms", values: { count: 2, min: 100, max: 300 } },
      "detect_delay{attack:snooping}": { values: { count: 1, max: 100 } },
      "detect_delay{attack:brute-force}": { values: { count: 1, max: 300 } },
      alarms: { type: "counter", unit: "alarms", value: 2 },
      "alarms{detector:foreign-topics}": { value: 2 },
      attack_detected: { type: "rate", passes: 4, total: 5, value: 0.8 },
    });
  });

  test("the snapshots of the workers add up to the run", () => {
    const parts = [0, 1, 2].map((worker) => {
      const registry = new MetricRegistry();
      for (let i = 0; i < 100; i++) registry.record("puback_latency", worker * 100 + i, "camera");
      registry.add("publishes_sent", 100 + worker);
      registry.rate("connect_success", 99, 100);
      return registry;
    });
    const run = new MetricRegistry();
    for (const part of parts) run.merge(overWire(part.snapshot()));
    expect(run.toMetrics()).toMatchObject({
      puback_latency: { values: { count: 300, min: 0, max: 299, med: 149.119 } },
      publishes_sent: { value: 303 },
      connect_success: { passes: 297, total: 300 },
    });
  });

  test("a counter nobody touched is zero, a trend nobody touched is absent", () => {
    const metrics = new MetricRegistry().toMetrics();
    expect(metrics.false_alarms).toEqual({ type: "counter", unit: "alarms", value: 0 });
    expect(metrics).not.toHaveProperty("detect_delay");
    expect(metrics).not.toHaveProperty("connect_success");
  });

  test("refuses tags a metric does not carry, shrinking counters and rates above one", () => {
    const registry = new MetricRegistry();
    expect(() => registry.add("connects", 1, "x")).toThrow("connects takes no tag");
    expect(() => registry.add("connects", -1)).toThrow(RangeError);
    expect(() => registry.rate("connect_success", 2, 1)).toThrow(RangeError);
    expect(() => registry.merge({ trends: {}, counters: { nonsense: 1 }, rates: {} })).toThrow("unknown metric nonsense");
  });
});

describe("SeriesRecorder", () => {
  test("adds what happens within a second and carries a level forward", () => {
    const series = new SeriesRecorder();
    series.set("connected", 0.2, 5);
    series.add("published", 1.1);
    series.add("published", 1.9, 4);
    series.set("connected", 3, 4);
    expect(series.points()).toEqual([
      { t: 0, connected: 5, published: 0 },
      { t: 1, connected: 5, published: 5 },
      { t: 2, connected: 5, published: 0 },
      { t: 3, connected: 4, published: 0 },
    ]);
  });

  test("a worker that fell silent still counts in the level of the fleet", () => {
    const quiet = new SeriesRecorder();
    quiet.set("connected", 0, 10);
    const busy = new SeriesRecorder();
    busy.set("connected", 1, 7);
    busy.add("published", 2, 3);
    const run = new SeriesRecorder();
    run.merge(overWire(quiet.snapshot()));
    run.merge(overWire(busy.snapshot()));
    expect(run.points()).toEqual([
      { t: 0, connected: 10, published: 0 },
      { t: 1, connected: 17, published: 0 },
      { t: 2, connected: 17, published: 3 },
    ]);
  });

  test("is empty when nothing was recorded, and as long as asked for", () => {
    expect(new SeriesRecorder().points()).toEqual([]);
    const series = new SeriesRecorder();
    series.set("connected", 0, 1);
    expect(series.points(2)).toHaveLength(3);
  });
});
