import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LiftedInput, Resource } from "../../model/resource.js";
import { formatAddress, parseAddress } from "../../policies/lift/address.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";

const FIXTURES = join(import.meta.dirname, "..", "fixtures", "lift");

function lift(name: string): LiftedInput & { readonly at: (address: string) => Resource } {
  const path = join(FIXTURES, name, "plan.json");
  const text = readFileSync(path, "utf8");
  const lifted = liftPlan(path, JSON.parse(text), text);
  const byAddress = new Map(lifted.resources.map((resource) => [resource.address, resource]));
  return {
    ...lifted,
    at: (address) => {
      const resource = byAddress.get(address);
      if (resource === undefined) throw new Error(`${address} was not lifted`);
      return resource;
    },
  };
}

describe("a real plan with modules, count and for_each", () => {
  const plan = lift("expansion");
  const keys = ["plain", "a.b", 'c"d', "ü[0]", "e${f}", "sl\\ash", "module.x[1]", "new\nline", "日本"];

  it("is lifted without losing a resource", () => {
    const changes = (JSON.parse(readFileSync(plan.path, "utf8")) as { resource_changes: { address: string }[] }).resource_changes.map(
      (change) => change.address,
    );
    expect(plan.resources.map((resource) => resource.address).sort()).toEqual(changes.sort());
    expect(plan.resourcesInInput).toBe(plan.resources.length);
  });

  it("tells of each module instance before the next is lifted, by the objects that come out in the end", () => {
    const path = join(FIXTURES, "expansion", "plan.json");
    const told: (readonly Resource[])[] = [];
    const { resources } = liftPlan(path, JSON.parse(readFileSync(path, "utf8")), "", { onModule: (module) => told.push(module) });
    const inModules = resources.filter(({ address }) => address.startsWith("module."));
    expect(inModules.length).toBeGreaterThan(4);
    expect(told.flat().length).toBe(inModules.length);
    for (const [at, resource] of told.flat().entries()) expect(resource).toBe(inModules[at]);
  });

  it("does not tell of a module whose policy document stands in a later one", () => {
    const planned = (address: string, type: string, mode: string, values: JsonObject) => ({ address, mode, type, name: "x", values });
    const reference = (...references: string[]) => ({ expressions: { policy: { references } } });
    const document = planned("module.b.data.aws_iam_policy_document.x", "aws_iam_policy_document", "data", {
      statement: [{ effect: "Deny" }],
    });
    const plan = {
      format_version: "1.2",
      planned_values: {
        root_module: {
          child_modules: [
            { address: "module.a", resources: [planned("module.a.aws_sqs_queue.x", "aws_sqs_queue", "managed", {})] },
            { address: "module.b", resources: [document] },
          ],
        },
      },
      resource_changes: [{ address: "module.a.aws_sqs_queue.x", change: { actions: ["create"], after_unknown: { policy: true } } }],
      configuration: {
        root_module: {
          module_calls: {
            a: {
              expressions: { policy: { references: ["module.b.json", "module.b"] } },
              module: { resources: [{ mode: "managed", type: "aws_sqs_queue", name: "x", ...reference("var.policy") }] },
            },
            b: { module: { outputs: { json: { expression: { references: ["data.aws_iam_policy_document.x.json"] } } } } },
          },
        },
      },
    };
    const told: string[] = [];
    const { resources } = liftPlan("plan.json", plan, "", { onModule: (module) => told.push(...module.map(({ address }) => address)) });
    expect(told).toEqual(["module.b.data.aws_iam_policy_document.x"]);
    expect(resources[0]?.values.policy).toMatchObject({ Statement: [{ Effect: "Deny" }] });
  });

  it("gives every key with dots, quotes, brackets and escapes back as Terraform wrote it", () => {
    for (const { address } of plan.resources) {
      const parsed = parseAddress(address);
      expect(parsed && formatAddress(parsed)).toBe(address);
    }
    const lifted = plan.resources
      .filter((resource) => resource.type === "aws_kms_key" && resource.name === "each")
      .map((resource) => parseAddress(resource.address)?.key);
    expect(lifted.sort()).toEqual([...keys].sort());
  });

  it("leads each.key to the instance with the same key, whatever is in the key", () => {
    for (const queue of plan.resources.filter((resource) => resource.type === "aws_sqs_queue" && resource.name === "each")) {
      const key = queue.address.slice("aws_sqs_queue.each".length);
      expect(queue.values.kms_master_key_id).toMatchObject({ $unknown: "reference", refs: [`aws_kms_key.each${key}`] });
    }
  });

  it("follows a literal key out of a counted resource", () => {
    expect(plan.at("aws_sqs_queue.counted[2]").values.kms_master_key_id).toEqual({
      $unknown: "reference",
      refs: ['aws_kms_key.each["a.b"]'],
      attribute: "arn",
    });
  });

  it("follows an input variable through two module calls up to the caller's resource", () => {
    expect(plan.at('module.site["us[0]"].module.store[1].aws_sns_topic.alerts').values.kms_master_key_id).toEqual({
      $unknown: "reference",
      refs: ['aws_kms_key.each["c\\"d"]'],
      attribute: "arn",
    });
  });

  it("keeps a reference inside a module in the same module instance", () => {
    expect(plan.at('module.site["eu.west"].module.store[0].aws_sqs_queue.by_own_key').values.kms_master_key_id).toMatchObject({
      refs: ['module.site["eu.west"].module.store[0].aws_kms_key.own'],
    });
  });

  it("takes a variable that nobody gave for not written", () => {
    expect(plan.at("module.single.module.store[0].aws_sns_topic.alerts").values).not.toHaveProperty("kms_master_key_id");
  });

  it("follows an output of a chosen module instance into the instances below it", () => {
    expect(plan.at("aws_sqs_queue.from_module").values.kms_master_key_id).toEqual({
      $unknown: "expression",
      refs: ['module.site["us[0]"].module.store[0].aws_kms_key.own', 'module.site["us[0]"].module.store[1].aws_kms_key.own'],
    });
  });

  it("lists all instances for a reference without key", () => {
    expect((plan.at("aws_sns_topic.all[0]").values.kms_master_key_id as { refs: string[] }).refs).toHaveLength(keys.length);
  });

  it("knows where in the text each resource stands", () => {
    const text = readFileSync(plan.path, "utf8").split("\n");
    for (const { address, location } of plan.resources) {
      expect(location.line).toBeGreaterThan(0);
      expect((text[location.line - 1] ?? "").slice(location.column - 1)).toMatch(/^\{"address":/);
      expect((text[location.line - 1] ?? "").slice(location.column - 1)).toContain(JSON.stringify(address).slice(1, -1));
    }
  });
});

describe("the three-valued join on a real plan", () => {
  const plan = lift("unknowns");

  it("keeps an unknown value that the author wrote", () => {
    expect(plan.at("aws_sqs_queue.written").values.kms_master_key_id).toEqual({
      $unknown: "reference",
      refs: ["aws_kms_key.k"],
      attribute: "arn",
    });
    expect(plan.at("aws_rds_cluster.by_reference").values.kms_key_id).toEqual({
      $unknown: "reference",
      refs: ["aws_kms_key.k"],
      attribute: "arn",
    });
  });

  it("leaves a value out that only the provider will compute", () => {
    expect(Object.keys(plan.at("aws_sqs_queue.silent").values)).not.toContain("sqs_managed_sse_enabled");
    expect(plan.at("aws_rds_cluster.silent").values).not.toHaveProperty("kms_key_id");
  });

  it("leaves a value out that the author wrote in name only", () => {
    expect(plan.at("aws_rds_cluster.null_variable").values).not.toHaveProperty("kms_key_id");
  });

  it("keeps defaults that the plan shows and drops nulls", () => {
    expect(plan.at("aws_sqs_queue.silent").values).toMatchObject({ visibility_timeout_seconds: 30 });
    expect(Object.values(plan.at("aws_sqs_queue.silent").values)).not.toContain(null);
  });

  it("joins nested blocks", () => {
    expect(plan.at("aws_s3_bucket_server_side_encryption_configuration.b").values).toEqual({
      bucket: { $unknown: "reference", refs: ["aws_s3_bucket.b"], attribute: "id" },
      rule: [
        {
          apply_server_side_encryption_by_default: [
            { sse_algorithm: "aws:kms", kms_master_key_id: { $unknown: "reference", refs: ["aws_kms_key.k"], attribute: "arn" } },
          ],
        },
      ],
    });
  });

  it("sees an unknown inside a dynamic block, which the configuration does not show", () => {
    const ingress = plan.at("aws_security_group.dynamic").values.ingress as { security_groups?: unknown }[];
    expect(ingress[0]?.security_groups).toEqual({ $unknown: "expression", refs: [] });
    expect(ingress[1]).not.toHaveProperty("security_groups");
  });

  it("does not know whether there will be a dynamic block that depends on an unknown value, but knows a block that the provider fills", () => {
    const { values } = plan.at("aws_lambda_function.perhaps");
    expect(values.dead_letter_config).toEqual({ $unknown: "expression", refs: [] });
    expect(values).not.toHaveProperty("logging_config");
  });

  it("reads a policy given as text, and says that one with an unknown inside is opaque", () => {
    expect(plan.at("aws_iam_policy.text").values.policy).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "iot:*", Resource: "*" }],
    });
    expect(plan.at("aws_iam_policy.opaque").values.policy).toEqual({ $unknown: "opaque-document", refs: ["aws_kms_key.k"] });
  });

  it("writes out the policy that a data source gives for the same key", () => {
    expect(plan.at('aws_s3_bucket_policy.many["raw"]').values.policy).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "raw",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: { $unknown: "reference", refs: ['aws_s3_bucket.many["raw"]'], attribute: "arn" },
        },
      ],
    });
  });

  it("writes out a policy given by a data source, unknown leaves in place", () => {
    expect(plan.at("aws_sqs_queue_policy.by_data_source").values.policy).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "One",
          Effect: "Allow",
          Action: ["sqs:ReceiveMessage", "sqs:SendMessage"],
          Resource: { $unknown: "reference", refs: ["aws_sqs_queue.written"], attribute: "arn" },
          Principal: { AWS: "*" },
          Condition: { StringEquals: { "aws:SourceArn": { $unknown: "reference", refs: ["aws_s3_bucket.b"], attribute: "arn" } } },
        },
      ],
    });
  });

  it("hides what the plan marks as sensitive", () => {
    expect(plan.at("aws_ssm_parameter.secret").values.value).toEqual({ $unknown: "sensitive", refs: [] });
    expect(JSON.stringify(plan.resources)).not.toContain("not-a-secret");
  });
});

describe("a real plan that changes and destroys", () => {
  const plan = lift("changes");

  it("judges what will exist and keeps what will be gone aside", () => {
    expect(plan.resources.map((resource) => resource.address)).toEqual(["aws_sqs_queue.replaced", "aws_sqs_queue.stays"]);
    expect(plan.at("aws_sqs_queue.replaced").actions).toEqual(["delete", "create"]);
    expect(plan.deleted).toMatchObject([
      { address: "aws_sqs_queue.gone", actions: ["delete"], values: { name: "gone", sqs_managed_sse_enabled: true } },
    ]);
  });
});

describe("a planned value that is the digest of what is written", () => {
  const text = "#!/bin/sh\nexport DB_PASSWORD=correct-horse\n";
  const sha1 = (content: string) => createHash("sha1").update(content).digest("hex");
  const userData = (planned: string, expression: JsonObject) => {
    const address = "aws_instance.x";
    const resource = { address, mode: "managed", type: "aws_instance", name: "x" };
    const plan = {
      format_version: "1.2",
      planned_values: { root_module: { resources: [{ ...resource, values: { user_data: planned } }] } },
      resource_changes: [{ address, change: { actions: ["create"], after_unknown: {} } }],
      configuration: { root_module: { resources: [{ ...resource, expressions: { user_data: expression } }] } },
    };
    return liftPlan("plan.json", plan, "").resources[0]?.values.user_data;
  };

  it("is the written text", () => expect(userData(sha1(text), { constant_value: text })).toBe(text));

  it("is the written text in base64, of which the provider takes what it holds", () => {
    const base64 = Buffer.from(text).toString("base64");
    expect(userData(sha1(text), { constant_value: base64 })).toBe(base64);
  });

  it("stays a digest where nothing or something else is written", () => {
    expect(userData(sha1(text), { references: ["var.start"] })).toBe(sha1(text));
    expect(userData(sha1(text), { constant_value: "something else" })).toBe(sha1(text));
  });
});
