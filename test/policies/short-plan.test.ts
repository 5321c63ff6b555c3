import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makePlan, type Plan } from "../../bench/make-plan.js";
import type { Json, LiftedInput } from "../../model/resource.js";
import { liftInputs } from "../../policies/lift/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan, liftShortPlan } from "../../policies/lift/plan/plan.js";
import { readShortPlan } from "../../policies/lift/plan/text.js";

const ROOT = join(import.meta.dirname, "../..");
const FIXTURES = join(ROOT, "test/fixtures/lift");
const read = (path: string): Plan => JSON.parse(readFileSync(path, "utf8")) as Plan;
const smartHome = read(join(ROOT, "test/fixtures/plans/smart-home.plan.json"));

/** Real plans: with modules, count, for_each and keys of all kinds, deleted and replaced resources, providers, sensitive values. */
const REAL: readonly (readonly [name: string, plan: object])[] = [
  ...["changes", "encodings", "expansion", "unknowns"].map((name) => [name, read(join(FIXTURES, name, "plan.json"))] as const),
  ["smart-home", smartHome],
  ["sites of it", JSON.parse(makePlan(smartHome, 1000).json) as object],
  ["brownfield", read(join(ROOT, "examples/brownfield/plan.json"))],
  ["insecure", read(join(ROOT, "examples/insecure/plan.json"))],
];

/** As Terraform writes a plan: in one line. */
function short(plan: object, text = JSON.stringify(plan)): LiftedInput | undefined {
  const found = readShortPlan(Buffer.from(text));
  return found && liftShortPlan("plan.json", found, () => text);
}
const whole = (plan: object): LiftedInput => liftPlan("plan.json", plan as JsonObject, JSON.stringify(plan));

/** In one order, with lines and columns looked up. */
const inOrder = ({ resources, deleted, ...rest }: LiftedInput): unknown => ({
  ...rest,
  resources: [...resources]
    .map(({ location: { file, line, column }, ...resource }) => ({ ...resource, location: { file, line, column } }))
    .sort((a, b) => (a.address < b.address ? -1 : 1)),
  deleted: deleted?.map(({ address, values }) => ({ address, values })),
});

const folder = mkdtempSync(join(tmpdir(), "bulwark-short-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a plan that is read without its planned values", () => {
  it.each(REAL)("is lifted as the whole is: %s", (_, plan) => {
    const lifted = short(plan);
    expect(lifted).toBeDefined();
    expect(inOrder(lifted as LiftedInput)).toEqual(inOrder(whole(plan)));
  });

  const resource = (address: string, values: JsonObject) => {
    const [type, name] = address.split(".");
    return { address, mode: "managed", type, name, provider_name: "registry.terraform.io/hashicorp/aws", schema_version: 0, values };
  };
  const change = (address: string, after: Json) => {
    const [type, name] = address.split(".");
    return {
      address,
      mode: "managed",
      type,
      name,
      change: { actions: ["create"], before: null, after, after_unknown: {}, after_sensitive: {} },
    };
  };
  const planWith = (values: JsonObject, more: object = {}, outputs: object = {}) => ({
    format_version: "1.2",
    terraform_version: "1.11.4",
    variables: { a: { value: "x" } },
    planned_values: { outputs, root_module: { resources: [resource("aws_sqs_queue.q", values)] } },
    resource_changes: [change("aws_sqs_queue.q", values)],
    configuration: { root_module: {} },
    ...more,
  });

  it("has its accepted deviations", () => {
    const deviation = { control: "c", until: "2026-12-31", reason: "r" };
    const plan = planWith({}, {}, { bulwark_deviations: { sensitive: false, value: JSON.stringify([deviation]) } });
    expect(short(plan)?.deviations).toMatchObject([deviation]);
  });

  it("may hold any letters", () => {
    const plan = planWith({ name: "Türsensor 日本 😀" });
    expect(short(plan)?.resources[0]?.values).toEqual({ name: "Türsensor 日本 😀" });
  });

  const nested = {
    planned_values: { root_module: { x: 1 } },
    resource_changes: [],
    resource_drift: [1],
    root_module: { resources: [] },
  } as const;
  it.each([
    ["a variable", planWith({ name: "a" }, { variables: { v: { value: nested } } }), "left to the whole"],
    ["an output", planWith({ name: "a" }, {}, { o: { sensitive: false, value: nested } }), "left to the whole"],
    ["a resource", planWith({ tags: nested as unknown as Json }), "left to the whole"],
    ["a string", planWith({ name: JSON.stringify(nested), description: '"resource_changes":[' }), "lifted"],
    ["what changed outside", planWith({ name: "a" }, { resource_drift: [change("aws_sqs_queue.q", nested as unknown as Json)] }), "lifted"],
  ])("is not misread where %s holds its words", (_, plan, outcome) => {
    const lifted = short(plan);
    expect(lifted === undefined ? "left to the whole" : "lifted").toBe(outcome);
    if (lifted !== undefined) expect(inOrder(lifted)).toEqual(inOrder(whole(plan)));
    const keys = Object.keys(plan);
    const reordered = Object.fromEntries(
      [keys[0], ...keys.slice(1).reverse()].map((key) => [key, (plan as Record<string, unknown>)[key as string]]),
    );
    const other = short(reordered);
    if (other !== undefined) expect(inOrder(other)).toEqual(inOrder(whole(reordered)));
  });

  it.each([
    ["in several lines", JSON.stringify(planWith({}), undefined, 2)],
    ["of another format", JSON.stringify({ ...planWith({}), format_version: "2.0" })],
    ["with as much in front as makes no difference", JSON.stringify(planWith({}, { variables: { v: { value: "x".repeat(1_100_000) } } }))],
    ["with a byte that is no text", JSON.stringify(planWith({ name: "\u0001" })).replace("\\u0001", "\0")],
    ["cut off", JSON.stringify(planWith({})).slice(0, -1)],
    ["without changes", JSON.stringify({ ...planWith({}), resource_changes: undefined })],
    ["with planned values a second time", `${JSON.stringify(planWith({})).slice(0, -1)},"planned_values":{"root_module":{}}}`],
  ])("is not one %s", (_, text) => {
    expect(readShortPlan(Buffer.from(text))).toBeUndefined();
  });

  it("is not one that is no UTF-8", () => {
    const text = Buffer.from(JSON.stringify(planWith({ name: "ü" })));
    expect(readShortPlan(text)).toBeDefined();
    text[text.indexOf("ü")] = 0xff;
    expect(readShortPlan(text)).toBeUndefined();
  });

  it.each([
    ["fewer changes than planned values", { resource_changes: [] }],
    ["more changes than planned values", { resource_changes: [change("aws_sqs_queue.q", {}), change("aws_sqs_queue.r", {})] }],
    ["no configuration", { configuration: undefined }],
    ["an error", { errored: true }],
  ])("is left to the whole where it has %s", (_, more) => {
    const plan = planWith({}, more);
    expect(readShortPlan(Buffer.from(JSON.stringify(plan)))).toBeDefined();
    expect(short(plan)).toBeUndefined();
  });

  it("leaves the bytes as they were", () => {
    const bytes = Buffer.from(JSON.stringify(planWith({})));
    const before = Buffer.from(bytes);
    readShortPlan(bytes);
    expect(bytes.equals(before)).toBe(true);
  });

  const large = (more: object) => {
    const path = join(folder, "large.json");
    writeFileSync(path, JSON.stringify(planWith({ policy: JSON.stringify({ Statement: ["x".repeat(1_100_000)] }) }, more)));
    return path;
  };

  it("is read so from a file of some size", async () => {
    const [input] = await liftInputs([large({})]);
    expect(input?.resources.map(({ location }) => location.column)).toEqual([expect.any(Number)]);
    expect(input?.resources[0]?.location.column).toBeGreaterThan(100);
  });

  it.each([
    ["an error", { errored: true }, "BW_PLAN_ERRORED"],
    ["one address twice", { resource_changes: [change("aws_sqs_queue.q", {})], planned_values: twice() }, "BW_PLAN_INCOMPLETE"],
    ["an unknown format", { format_version: "1.x" }, "BW_PLAN_VERSION"],
  ])("and one with %s is refused as ever", async (_, more, code) => {
    await expect(liftInputs([large(more)])).rejects.toMatchObject({ code });
  });

  function twice(): object {
    const one = resource("aws_sqs_queue.q", {});
    return { root_module: { resources: [one, one, resource("aws_sqs_queue.r", { policy: "x".repeat(1_100_000) })] } };
  }
});
