import { describe, expect, it } from "vitest";
import { type AcceptedOverride, IotBackend, override } from "../../constructs/index.js";
import { BulwarkError } from "../../model/errors.js";
import type { CheckReport } from "../../model/finding.js";
import type { Json } from "../../model/resource.js";
import { synthStack } from "../support/synth-stack.js";
import { AS_OF, PROPS } from "./fleet.js";
import { judgeStack } from "./judge-stack.js";

const UNTIL = "2027-01-15";
const ANSWERED = { reason: "The migration of the old lake needs it", until: UNTIL, asOf: AS_OF } as const;

const fleetWith = (change: (backend: IotBackend) => void): string =>
  synthStack((stack) => change(new IotBackend(stack, "fleet", { ...PROPS, operations: "none", privacy: "none", defence: "none" }))).text;

const found = ({ results }: CheckReport, verdict: string): readonly string[] =>
  results.filter((result) => result.verdict === verdict).map(({ rule }) => rule);

interface Case {
  readonly name: string;
  readonly control: string;
  readonly path: string;
  readonly value: Json;
  readonly before: Json;
  readonly resource: (backend: IotBackend) => Parameters<typeof override>[0];
  readonly judged?: (backend: IotBackend) => Parameters<typeof override>[0];
}

const CASES: readonly Case[] = [
  {
    name: "an attribute of the resource itself",
    control: "kms-key-rotation",
    path: "enable_key_rotation",
    value: false,
    before: true,
    resource: ({ keys }) => keys.telemetry.key,
  },
  {
    name: "an attribute in a block",
    control: "dynamodb-table-recoverable",
    path: "point_in_time_recovery.enabled",
    value: false,
    before: true,
    resource: ({ registry }) => registry.table,
  },
  {
    name: "an attribute of a resource that configures another, which is the one the finding names",
    control: "s3-bucket-versioned",
    path: "versioning_configuration.status",
    value: "Suspended",
    before: "Enabled",
    resource: ({ lake }) => lake.bucket.versioning,
    judged: ({ lake }) => lake.bucket.bucket,
  },
];

describe("past the properties of a construct", () => {
  for (const { name, control, path, value, before, resource, judged } of CASES) {
    const accept = (backend: IotBackend): AcceptedOverride => ({ ...ANSWERED, control, ...(judged ? { judged: judged(backend) } : {}) });

    it(`a bare addOverride of ${name} is caught by the check`, async () => {
      const report = await judgeStack(
        fleetWith((backend) => resource(backend).addOverride(path, value)),
        AS_OF,
      );
      expect(found(report, "fail")).toEqual([control]);
      expect(found(report, "waived")).toEqual([]);
    });

    it(`override() of ${name} is waived until its date, and failed after it`, async () => {
      const text = fleetWith((backend) => override(resource(backend), path, value, accept(backend)));
      const report = await judgeStack(text, AS_OF);
      expect(found(report, "fail")).toEqual([]);
      expect(found(report, "waived")).toEqual([control]);
      expect(report.results.find(({ rule }) => rule === control)?.reason).toContain(ANSWERED.reason);
      const later = await judgeStack(text, "2027-01-16");
      expect(found(later, "waived")).toEqual([]);
      expect(found(later, "fail")).toContain(control);
    });

    it(`override() of ${name} records what it replaced`, () => {
      const output = (JSON.parse(fleetWith((backend) => override(resource(backend), path, value, accept(backend)))) as Synth).output;
      expect(JSON.parse(output.bulwark_deviations.value)).toMatchObject([{ control, given: value, baseline: before, until: UNTIL }]);
    });
  }

  it("an override answers for its own rule only", async () => {
    const report = await judgeStack(
      fleetWith(({ keys }) => override(keys.telemetry.key, "enable_key_rotation", false, { ...ANSWERED, control: "kms-deletion-window" })),
      AS_OF,
    );
    expect(found(report, "fail")).toEqual(["kms-key-rotation"]);
  });
});

interface Synth {
  readonly output: { readonly bulwark_deviations: { readonly value: string } };
}

describe("an override is refused", () => {
  const refused: readonly (readonly [string, string, Json, Partial<AcceptedOverride>, string, string])[] = [
    ["of an attribute the resource does not have", "enable_rotation", false, {}, "BW_PROP_INVALID", "no attribute path"],
    ["with the name CDKTF gives the attribute", "enableKeyRotation", false, {}, "BW_PROP_INVALID", "Terraform's names"],
    ["with an index", "tags.0", "x", {}, "BW_PROP_INVALID", "without indices"],
    ["of a list", "depends_on", [], {}, "BW_PROP_INVALID", "adds to a list"],
    ["without a real reason", "enable_key_rotation", false, { reason: "because" }, "BW_ACCEPT_INVALID", "at least 10 characters"],
    ["past its date", "enable_key_rotation", false, { until: "2026-10-01" }, "BW_ACCEPT_INVALID", "has passed"],
    ["for more than a year", "enable_key_rotation", false, { until: "2028-01-01" }, "BW_ACCEPT_INVALID", "more than a year"],
    ["for what is no rule's id", "enable_key_rotation", false, { control: "Rotation" }, "BW_ACCEPT_INVALID", "not the id of a rule"],
  ];
  for (const [name, path, value, change, code, problem] of refused) {
    it(name, () => {
      let error: unknown;
      try {
        fleetWith(({ keys }) => override(keys.telemetry.key, path, value, { ...ANSWERED, control: "kms-key-rotation", ...change }));
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(BulwarkError);
      expect((error as BulwarkError).code).toBe(code);
      expect((error as BulwarkError).message).toContain(problem);
    });
  }
});
