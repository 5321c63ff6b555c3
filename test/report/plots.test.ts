import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dotPlot, linePlot, logScale, niceTicks, scaleTo } from "../../report/plots.js";
import { endOf, secondsInto } from "../../report/quantities.js";
import { connectedPlot, rolloutPlot } from "../../report/run-plots.js";
import { sampleRun } from "./support/sample-run.js";

describe("scales", () => {
  test.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [0, 1, 4, [0, 0.5, 1]],
    [0, 72, 8, [0, 10, 20, 30, 40, 50, 60, 70]],
    [0, 997, 4, [0, 500]],
    [3, 3, 4, [3]],
  ])("from %d to %d has round ticks", (min, max, about, ticks) => {
    expect(niceTicks(min, max, about)).toEqual(ticks);
  });

  test("any maximum lies within its scale, and the ends are ticks", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (max) => {
        const scale = scaleTo(max, String);
        expect(scale.max).toBeGreaterThanOrEqual(max * (1 - 1e-9));
        expect(scale.ticks[0]).toBe(0);
        expect(Math.abs((scale.ticks.at(-1) ?? 0) - scale.max) / scale.max).toBeLessThan(1e-9);
        expect(scale.ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  test("a logarithmic scale runs from decade to decade", () => {
    expect(logScale(0.4, 86, String)).toMatchObject({ min: 0.1, max: 100, ticks: [0.1, 1, 10, 100] });
    expect(logScale(1, 1, String)).toMatchObject({ min: 1, max: 10 });
  });
});

describe("plots", () => {
  const scale = { min: 0, max: 10, ticks: [0, 10], format: String };

  test("draw nothing outside their frame, whatever the values", () => {
    const plot = linePlot({
      title: "t",
      description: "d",
      width: 200,
      height: 100,
      x: scale,
      y: scale,
      lines: [
        {
          kind: "line",
          tone: 1,
          points: [
            [-5, 50],
            [20, -50],
          ],
        },
      ],
    }).text;
    expect(plot).toContain('d="M46 27L186 74"');
  });

  test("a step holds its value until the next point", () => {
    const plot = linePlot({
      title: "t",
      description: "d",
      width: 200,
      height: 100,
      x: scale,
      y: scale,
      lines: [
        {
          kind: "step",
          tone: 1,
          points: [
            [0, 0],
            [10, 10],
          ],
        },
      ],
    }).text;
    expect(plot).toContain('d="M46 74H186V27"');
  });

  test("a strip plot has one mark an instance and counts what was missed", () => {
    const plot = dotPlot({
      title: "t",
      description: "d",
      width: 300,
      x: scale,
      rows: [
        {
          label: "snooping",
          note: "median 2",
          dots: [
            { x: 1, kind: "dot", title: "a" },
            { x: 3, kind: "ring", title: "b" },
          ],
          missed: 2,
          limit: 5,
        },
      ],
    }).text;
    expect(plot.match(/<circle/g)).toHaveLength(2);
    expect(plot).toContain("2 missed");
    expect(plot).toContain('class="limit"');
  });

  test("put attacks on the axis of the series, which begins after the preparing", () => {
    const run = sampleRun();
    const [truth] = run.attacks;
    if (truth === undefined) throw new Error("no attack");
    expect(run.phases[0]).toMatchObject({ name: "prepare", fromS: -4 });
    expect(secondsInto(run, Date.parse(run.startedAt))).toBe(-4);
    expect(secondsInto(run, truth.startedAt)).toBeGreaterThanOrEqual(18);
    expect(endOf(run)).toBe(72);
  });

  test("of a run without series or curves are left out", () => {
    const run = { ...sampleRun(), series: [] };
    expect(connectedPlot(run)).toBeNull();
    const [rollout] = run.rollouts;
    expect(rollout && rolloutPlot(run, { ...rollout, curve: [] })).toBeNull();
  });
});
