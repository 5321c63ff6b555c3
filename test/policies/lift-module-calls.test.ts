import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckReport } from "../../model/finding.js";
import type { LiftedInput } from "../../model/resource.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";
import { bulwark } from "../support/cli.js";

const PLAN = {
  format_version: "1.2",
  planned_values: { root_module: {} },
  resource_changes: [],
  configuration: {
    root_module: {
      module_calls: {
        site: {
          source: "./site",
          module: {
            module_calls: { queue: { source: "git::https://example.com/queue.git?ref=v1.2.0", module: {} }, local: { source: "../local" } },
          },
        },
        network: { source: "example/network/aws", version_constraint: "~> 5.0", module: {} },
      },
    },
  },
};

const callsOf = ({ blocks = [] }: LiftedInput) =>
  blocks.filter(({ type }) => type === "Module/call").map(({ address, values, location }) => [address, values, location.line]);

describe("calls of modules from elsewhere", () => {
  it("are lifted from a plan, those in modules too, and local ones are not", () => {
    const text = JSON.stringify(PLAN, null, 1);
    const line = text.slice(0, text.indexOf('"module_calls"')).split("\n").length;
    expect(callsOf(liftPlan("plan.json", PLAN as unknown as JsonObject, text))).toEqual([
      ["module.network", { source: "example/network/aws", version: "~> 5.0" }, line],
      ["module.site.module.queue", { source: "git::https://example.com/queue.git?ref=v1.2.0" }, line],
    ]);
  });

  it("are lifted from a stack, where a source may be filled in", () => {
    const stack = {
      module: { network: { source: "example/network/aws", version: "${var.network}" }, site: { source: "./site" } },
    };
    const [[address, values, line] = []] = callsOf(liftSynth("cdk.tf.json", stack, JSON.stringify(stack, null, 1)));
    expect([address, line]).toEqual(["module.network", 3]);
    expect(values).toMatchObject({ source: "example/network/aws", version: { $unknown: expect.any(String) } });
  });

  it("end where a hostile plan nests modules without end", () => {
    let module: object = {};
    for (let depth = 0; depth < 10_000; depth += 1) module = { module_calls: { a: { source: "example/a/aws", module } } };
    const nested = { ...PLAN, configuration: { root_module: module } };
    const calls = callsOf(liftPlan("plan.json", nested as unknown as JsonObject, ""));
    expect(calls.length).toBeGreaterThan(50);
    expect(calls.length).toBeLessThan(1000);
  });
});

describe("a check of a plan that calls modules", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "bulwark-modules-"));
    mkdirSync(join(folder, "site"));
    writeFileSync(join(folder, "plan.json"), JSON.stringify(PLAN));
    writeFileSync(
      join(folder, "main.tf"),
      'module "site" {\n  source = "./site"\n}\n\nmodule "network" {\n  source = "example/network/aws"\n}\n',
    );
    writeFileSync(join(folder, "site/main.tf"), '\nmodule "queue" {\n  source = "git::https://example.com/queue.git?ref=v1.2.0"\n}\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("judges them, counts them as no resources, and finds their lines", async () => {
    const { stdout } = await bulwark([
      ...["check", join(folder, "plan.json"), "--source", folder, "--only", "module-source-pinned", "--all", "--format", "json"],
    ]);
    const { results, inputs } = JSON.parse(stdout) as CheckReport;
    expect(results.map(({ address, verdict, source }) => [address, verdict, source])).toEqual([
      ["module.network", "pass", { file: join(folder, "main.tf"), line: 5, column: 1 }],
      ["module.site.module.queue", "pass", { file: join(folder, "site/main.tf"), line: 2, column: 1 }],
    ]);
    expect(inputs[0]?.resources).toEqual({ inInput: 0, lifted: 0 });
  });
});
