import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../policies/lift/normal.js";
import { writtenIn } from "../../tools/agreement/hcl-form.js";
import { kicsQueries, kicsVersionOf } from "../../tools/agreement/kics.js";

const resource = (type: string, name: string, values: object, module = "") => ({
  address: `${module}${type}.${name}`,
  mode: "managed",
  type,
  name,
  values,
});

const configured = (type: string, name: string, expressions: object) => ({ mode: "managed", type, name, expressions });

describe("what a reader of HCL would make of a plan", () => {
  const plan = {
    planned_values: {
      root_module: {
        resources: [resource("aws_kms_key", "k", { description: "x", is_enabled: true, policy: null })],
        child_modules: [
          {
            address: 'module.site["a"]',
            resources: [
              resource("aws_s3_bucket", "b", { bucket: "logs", force_destroy: false }, 'module.site["a"].'),
              resource(
                "aws_s3_bucket_versioning",
                "v",
                { bucket: "logs", versioning_configuration: [{ status: "Enabled" }] },
                'module.site["a"].',
              ),
            ],
          },
        ],
      },
    },
    configuration: {
      root_module: {
        resources: [
          configured("aws_kms_key", "k", {
            description: { constant_value: "x" },
            policy: { references: ["data.aws_x.y.json", "data.aws_x.y"] },
          }),
        ],
        module_calls: {
          site: {
            module: {
              resources: [
                configured("aws_s3_bucket", "b", { bucket: { references: ["var.name"] } }),
                configured("aws_s3_bucket_versioning", "v", {
                  bucket: { references: ["aws_s3_bucket.b.bucket", "aws_s3_bucket.b"] },
                  versioning_configuration: [{ status: { constant_value: "Enabled" } }],
                }),
              ],
            },
          },
        },
      },
    },
  } as unknown as JsonObject;

  it("is what somebody wrote, with blocks that stand once as objects and attributes of others by reference", () => {
    expect(writtenIn(plan)).toEqual({
      aws_kms_key: { k: { description: "x", policy: "${data.aws_x.y.json}" } },
      aws_s3_bucket: { b: { bucket: "logs" } },
      aws_s3_bucket_versioning: { v: { bucket: "${aws_s3_bucket.b.bucket}", versioning_configuration: { status: "Enabled" } } },
    });
  });

  it("is nothing of a plan that has nothing", () => {
    for (const empty of [{}, { planned_values: null, configuration: [] }]) expect(writtenIn(empty as unknown as JsonObject)).toEqual({});
  });
});

describe("the queries of KICS", () => {
  it("are looked for where they lie in a release, which its folder names", () => {
    expect(kicsVersionOf("/go/pkg/mod/github.com/!checkmarx/kics/v2@v2.2.0/assets")).toBe("2.2.0");
    expect(kicsVersionOf("/somewhere/assets")).toBeUndefined();
    expect(() => kicsQueries("no-such-folder", new Set())).toThrow(/KICS_ASSETS is not the folder/);
  });
});
