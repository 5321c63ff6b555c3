import { describe, expect, test } from "vitest";
import { MetricRegistry } from "../../simulator/run/metrics.js";
import { judgeThreshold, parseThreshold } from "../../simulator/run/thresholds.js";

const parse = (metric: string, expression: string) => parseThreshold({ metric, expression, obligations: [] });

const judge = (metric: string, expression: string, registry: MetricRegistry) => {
  const parsed = parse(metric, expression);
  if ("problem" in parsed) throw new Error(parsed.problem);
  const { ok, observed } = judgeThreshold(parsed.threshold, registry.toMetrics(), 10_000);
  return [ok, observed];
};

function filled(): MetricRegistry {
  const registry = new MetricRegistry();
  for (let i = 1; i <= 100; i++) registry.record("detect_delay", i, "snooping");
  registry.add("publishes_sent", 5000);
  registry.rate("connect_success", 99, 100);
  return registry;
}

describe("a threshold", () => {
  test.each([
    ["detect_delay", "p(95)<96", true, 95.039],
    ["detect_delay", "p(95) < 95", false, 95.039],
    ["detect_delay", "p(99.5)<=100", true, 100],
    ["detect_delay{attack:snooping}", "avg==50.5", true, 50.5],
    ["detect_delay", "min>=1", true, 1],
    ["detect_delay", "med<=50.1", true, 50.015],
    ["detect_delay", "max<100", false, 100],
    ["detect_delay", "count>=100", true, 100],
    ["publishes_sent", "count>5000", false, 5000],
    ["publishes_sent", "rate>=500", true, 500],
    ["publishes_sent", "value!=0", true, 5000],
    ["connect_success", "rate>=0.99", true, 0.99],
    ["connect_success", "rate>0.99", false, 0.99],
    ["false_alarms", "count==0", true, 0],
  ])("%s %s is judged", (metric, expression, ok, observed) => {
    expect(judge(metric, expression, filled())).toEqual([ok, observed]);
  });

  test("on a metric without a value is missed, not passed", () => {
    expect(judge("detect_delay", "p(95)<5000", new MetricRegistry())).toEqual([false, null]);
    expect(judge("attack_detected", "rate>=0", new MetricRegistry())).toEqual([false, null]);
    expect(judge("alarms{detector:quiet}", "count==0", new MetricRegistry())).toEqual([true, 0]);
  });

  test.each([
    ["detect_dely", "p(95)<5000", "there is no metric detect_dely"],
    ["detect_delay", "rate<1", "detect_delay is a trend, which has avg, min, med, max, count, p(N) and no rate"],
    ["connects", "p(95)<1", "connects is a counter"],
    ["connect_success", "avg>0.5", "connect_success is a rate"],
    ["detect_delay{detector:x}", "max<1", "detect_delay carries the tag attack, not detector"],
    ["connects{attack:x}", "count<1", "connects carries no tag"],
    ["detect_delay", "p(101)<1", "p(101) is not between 0 and 100"],
    ["detect_delay", "p95<1", "is not an aggregation, a comparison and a number"],
    ["detect_delay", "max<5s", "is not an aggregation, a comparison and a number"],
    ["detect_delay{attack", "max<5", "does not read like metric or metric{tag:value}"],
  ])("%s %s is refused before the run", (metric, expression, problem) => {
    expect(parse(metric, expression)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
