import { describe, expect, it } from "vitest";
import type { IotBackendProps } from "../../constructs/index.js";
import { BulwarkError } from "../../model/errors.js";
import type { Deviation } from "../../model/resource.js";
import { accepted, PROPS, synthFleet, UNTIL } from "./fleet.js";
import { WEAKENINGS } from "./weakenings.js";

function errorOf(change: Partial<IotBackendProps>): BulwarkError {
  try {
    synthFleet(change);
  } catch (error) {
    if (error instanceof BulwarkError) return error;
    throw error;
  }
  throw new Error("it was constructed");
}

describe("a value weaker than the baseline", () => {
  for (const { change, control, property, given, baseline, type, count } of WEAKENINGS) {
    it(`is refused for ${control}, with the control and the way out`, () => {
      const error = errorOf(change);
      expect(error.code).toBe("BW_BASELINE");
      expect(error.message).toContain(`${property} = ${given} is weaker than the baseline (${baseline}) of control ${control}`);
      expect(error.hint).toContain(`accept: [{ control: "${control}"`);
    });

    it(`is recorded for ${control} once accepted: on each resource, on the stack and in the output`, () => {
      const stack = synthFleet({ ...change, ...accepted(control) });
      const carriers = stack
        .ofType(type)
        .filter((resource) => deviationsOf(resource.values["//"]).some((deviation) => deviation.control === control));
      expect(carriers).toHaveLength(count);
      const expected = carriers
        .map(({ address, path }) => ({
          control,
          property,
          given,
          baseline,
          reason: "Agreed with the product security lead",
          until: UNTIL,
          address,
          constructPath: `test/${path}`,
        }))
        .sort((a, b) => (a.address < b.address ? -1 : 1));
      expect(JSON.parse(stack.outputs.bulwark_deviations?.value ?? "")).toEqual(expected);
      expect(deviationsOf(stack.json["//"])).toEqual(expected);
    });
  }
});

describe("an accept that cannot stand is refused", () => {
  const weak = { keyRotationDays: 730 };
  const cases: readonly (readonly [string, Partial<IotBackendProps>, string])[] = [
    ["unknown control", { ...weak, ...accepted("key-rotation") }, "no such control"],
    ["a property of every object", { ...weak, ...accepted("constructor") }, "no such control"],
    ["a reason too short", { ...weak, ...accepted("kms-key-rotation", { reason: "because  " }) }, "at least 10 characters"],
    ["no date", { ...weak, ...accepted("kms-key-rotation", { until: "soon" }) }, "not a date"],
    ["a day that does not exist", { ...weak, ...accepted("kms-key-rotation", { until: "2027-02-30" }) }, "not a date"],
    ["a date that has passed", { ...weak, ...accepted("kms-key-rotation", { until: "2026-10-31" }) }, "has passed"],
    ["a date too far ahead", { ...weak, ...accepted("kms-key-rotation", { until: "2028-01-01" }) }, "more than a year"],
    ["nothing that deviates", accepted("kms-key-rotation"), "nothing deviates"],
    [
      "twice the same control",
      { ...weak, accept: [...(accepted("kms-key-rotation").accept ?? []), ...(accepted("kms-key-rotation").accept ?? [])] },
      "given twice",
    ],
  ];
  for (const [name, change, problem] of cases) {
    it(name, () => {
      const error = errorOf(change);
      expect(error.code).toBe("BW_ACCEPT_INVALID");
      expect(error.message).toContain(problem);
    });
  }
});

describe("the backend's own properties", () => {
  const cases: readonly (readonly [string, Partial<IotBackendProps>])[] = [
    ["product", { product: "Smart Home" }],
    ["product", { product: "a-product-name-that-is-too-long" }],
    ["product", { product: "acme-" }],
    ["account", { account: "1234" }],
    ["region", { region: "Ireland" }],
    ["region", { region: "cn-north-1" }],
    ["asOf", { asOf: "2026-13-01" }],
    ["models", { models: [] }],
    ["telemetryFields", { telemetryFields: [] }],
    ["telemetryFields", { telemetryFields: ["*"] }],
    ["telemetryFields", { telemetryFields: ["ts FROM '#' --"] }],
  ];
  for (const [property, change] of cases) {
    it(`refuse ${JSON.stringify(change)}`, () => {
      const error = errorOf(change);
      expect(error.code).toBe("BW_PROP_INVALID");
      expect(error.message).toContain(property);
    });
  }

  it("take values stronger than the baseline without an accept, and record nothing", () => {
    const stack = synthFleet({
      keyRotationDays: 90,
      logRetentionDays: 731,
      roleAliasSeconds: 900,
      objectLock: { days: 3650, mode: "COMPLIANCE" },
      signatureValidityYears: 10,
    });
    expect(stack.outputs.bulwark_deviations?.value).toBe("[]");
    expect(stack.get("aws_kms_key", "fleet/firmware-key/key").values.rotation_period_in_days).toBe(90);
    expect(stack.get("aws_iot_role_alias", "fleet/credentials/alias").values.credential_duration).toBe(900);
  });

  it("hold the acceptance against the given date, or else against today", () => {
    const soon = new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10);
    const { asOf: _, ...today } = PROPS;
    expect(() =>
      synthFleet({ ...today, asOf: undefined, keyRotationDays: 730, ...accepted("kms-key-rotation", { until: soon }) }),
    ).not.toThrow();
    expect(errorOf({ asOf: undefined, keyRotationDays: 730, ...accepted("kms-key-rotation", { until: "2020-01-01" }) }).code).toBe(
      "BW_ACCEPT_INVALID",
    );
  });
});

const deviationsOf = (metadata: unknown): readonly Deviation[] =>
  (metadata as { bulwark?: { deviations?: readonly Deviation[] } }).bulwark?.deviations ?? [];
