import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";

const reference = (...references: string[]) => ({ references });
type Expression = ReturnType<typeof reference>;
const instance = (type: string, name: string, index?: string | number, module = "") => ({
  address: `${module}${type}.${name}${index === undefined ? "" : `[${JSON.stringify(index)}]`}`,
  mode: "managed",
  type,
  name,
  ...(index === undefined ? {} : { index }),
  values: {},
});
const buckets = ["one", "two"].map((key) => instance("aws_s3_bucket", "w", key));

/** What `bucket` of aws_s3_bucket_versioning.v is lifted to, for each of its instances. */
function bucketOf(
  bucket: Expression,
  {
    keys = ["one"],
    forEach,
    others = buckets,
    calls = {},
    modules = [],
    configured = [],
  }: {
    readonly keys?: readonly (string | number | undefined)[];
    readonly forEach?: Expression | JsonObject;
    readonly others?: readonly JsonObject[];
    readonly calls?: JsonObject;
    readonly modules?: readonly JsonObject[];
    readonly configured?: readonly JsonObject[];
  },
) {
  const own = keys.map((key) => instance("aws_s3_bucket_versioning", "v", key));
  const plan = {
    format_version: "1.2",
    planned_values: { root_module: { resources: [...own, ...others], child_modules: modules } },
    resource_changes: own.map(({ address }) => ({ address, change: { actions: ["create"], after_unknown: { bucket: true } } })),
    configuration: {
      root_module: {
        module_calls: calls,
        resources: [
          {
            mode: "managed",
            type: "aws_s3_bucket_versioning",
            name: "v",
            expressions: { bucket },
            ...(forEach && { for_each_expression: forEach }),
          },
          ...configured,
        ],
      },
    },
  };
  const { resources } = liftPlan("plan.json", plan as unknown as JsonObject, "");
  return resources.filter(({ address }) => own.some((one) => one.address === address)).map(({ values }) => values.bucket);
}

describe("each.value", () => {
  const id = reference("each.value.id", "each.value");

  it("is the instance under the same key where the repetition goes over a resource", () => {
    const found = { $unknown: "reference", refs: ['aws_s3_bucket.w["one"]'], attribute: "id" };
    expect(bucketOf(id, { forEach: reference("aws_s3_bucket.w") })).toEqual([found]);
    expect(bucketOf(reference("each.value"), { forEach: reference("aws_s3_bucket.w") })).toMatchObject([{ refs: found.refs }]);
  });

  it("is that of the same key in a variable of a module", () => {
    const own = instance("aws_s3_bucket_versioning", "v", "two", "module.m.");
    const plan = {
      format_version: "1.2",
      planned_values: { root_module: { resources: buckets, child_modules: [{ address: "module.m", resources: [own] }] } },
      resource_changes: [{ address: own.address, change: { actions: ["create"], after_unknown: { bucket: true } } }],
      configuration: {
        root_module: {
          module_calls: {
            m: {
              expressions: { buckets: reference("aws_s3_bucket.w") },
              module: {
                resources: [
                  {
                    mode: "managed",
                    type: "aws_s3_bucket_versioning",
                    name: "v",
                    expressions: { bucket: id },
                    for_each_expression: reference("var.buckets"),
                  },
                ],
              },
            },
          },
        },
      },
    };
    const { resources } = liftPlan("plan.json", plan as unknown as JsonObject, "");
    expect(resources.at(-1)?.values.bucket).toMatchObject({ refs: ['aws_s3_bucket.w["two"]'] });
  });

  it("is the output of the module instance under the same key", () => {
    const modules = ["one", "two"].map((key) => ({
      address: `module.b["${key}"]`,
      resources: [instance("aws_s3_bucket", "x", undefined, `module.b["${key}"].`)],
    }));
    const calls = {
      b: {
        module: { outputs: { id: { expression: reference("aws_s3_bucket.x.id") }, other: { expression: reference("aws_kms_key.k.arn") } } },
      },
    };
    expect(bucketOf(id, { forEach: reference("module.b"), calls, modules, keys: ["two"] })).toMatchObject([
      { $unknown: "reference", refs: ['module.b["two"].aws_s3_bucket.x'] },
    ]);
  });

  it("may be any of several that the repetition names, or whose keys are others", () => {
    const several = { $unknown: "expression", refs: ['aws_s3_bucket.w["one"]', 'aws_s3_bucket.w["two"]'] };
    expect(bucketOf(id, { forEach: reference("aws_s3_bucket.w"), keys: ["1"] })).toEqual([several]);
    const [m1, m2] = [instance("aws_s3_bucket", "m1"), instance("aws_s3_bucket", "m2")];
    const forEach = reference("aws_s3_bucket.m1.id", "aws_s3_bucket.m1", "aws_s3_bucket.m2.id", "aws_s3_bucket.m2");
    expect(bucketOf(reference("each.value"), { forEach, others: [m1, m2], keys: ["one", "two"] })).toEqual(
      Array(2).fill({ $unknown: "expression", refs: ["aws_s3_bucket.m1", "aws_s3_bucket.m2"] }),
    );
  });
});

describe("a companion that names its bucket through another", () => {
  const other = { mode: "managed", type: "aws_s3_bucket_policy", name: "p", expressions: { bucket: reference("aws_s3_bucket.x.id") } };
  const others = [instance("aws_s3_bucket", "x"), instance("aws_s3_bucket_policy", "p")];
  const found = [{ $unknown: "reference", refs: ["aws_s3_bucket.x"], attribute: "id" }];

  it("leads to the bucket", () => {
    for (const attribute of ["bucket", "id"])
      expect(bucketOf(reference(`aws_s3_bucket_policy.p.${attribute}`), { keys: [undefined], others, configured: [other] })).toEqual(found);
  });

  it("leads to the bucket of the same key", () => {
    const policies = ["one", "two"].map((key) => instance("aws_s3_bucket_policy", "p", key));
    const each = { ...other, expressions: { bucket: reference("each.value.id") }, for_each_expression: reference("aws_s3_bucket.w") };
    expect(
      bucketOf(reference("each.value.id"), {
        forEach: reference("aws_s3_bucket_policy.p"),
        others: [...buckets, ...policies],
        configured: [each],
      }),
    ).toEqual([{ $unknown: "reference", refs: ['aws_s3_bucket.w["one"]'], attribute: "id" }]);
  });

  it("leads to the other where that is asked for something else, or names a bucket that is not known", () => {
    const loop = { ...other, expressions: { bucket: reference("aws_s3_bucket_policy.p.bucket") } };
    for (const [attribute, configured] of [
      ["policy", other],
      ["bucket", { ...other, expressions: {} }],
      ["bucket", loop],
    ] as const)
      expect(bucketOf(reference(`aws_s3_bucket_policy.p.${attribute}`), { keys: [undefined], others, configured: [configured] })).toEqual([
        { $unknown: "reference", refs: ["aws_s3_bucket_policy.p"], attribute },
      ]);
  });
});
