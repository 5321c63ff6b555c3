import { describe, expect, it } from "vitest";
import type { LiftedInput } from "../../model/resource.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";

const planOf = (provider_config: object): JsonObject =>
  ({
    format_version: "1.2",
    planned_values: { root_module: {} },
    resource_changes: [],
    configuration: { provider_config, root_module: {} },
  }) as unknown as JsonObject;

const sourcesOf = ({ blocks = [] }: LiftedInput) =>
  blocks.filter(({ type }) => type === "Provider/source").map(({ address, values }) => [address, values.source]);

describe("where providers come from", () => {
  it("is told once for each in a plan, whatever its registry; what is built in comes from nobody", () => {
    const configs = {
      aws: { name: "aws", full_name: "registry.terraform.io/hashicorp/aws" },
      "aws.west": { name: "aws", alias: "west", full_name: "registry.terraform.io/hashicorp/aws" },
      random: { name: "random", full_name: "registry.opentofu.org/hashicorp/random" },
      terraform: { name: "terraform", full_name: "terraform.io/builtin/terraform" },
      broken: { full_name: 7 },
    };
    expect(sourcesOf(liftPlan("p", planOf(configs), ""))).toEqual([
      ['provider["registry.opentofu.org/hashicorp/random"]', "registry.opentofu.org/hashicorp/random"],
      ['provider["registry.terraform.io/hashicorp/aws"]', "registry.terraform.io/hashicorp/aws"],
    ]);
    for (const hostile of [null, [], "x", { aws: [] }])
      expect(sourcesOf(liftPlan("p", planOf(hostile as unknown as object), ""))).toEqual([]);
  });

  it("is told of a stack by what it requires, with what may be left out", () => {
    const required = { aws: { source: "aws" }, cloud: { source: "example/cloud" }, own: { source: "tf.example.com/team/own" }, random: {} };
    const lifted = (root: object) => sourcesOf(liftSynth("s", root as JsonObject, JSON.stringify(root))).map(([, source]) => source);
    for (const required_providers of [required, [required]])
      expect(lifted({ terraform: { required_providers }, resource: {} })).toEqual([
        "registry.terraform.io/example/cloud",
        "registry.terraform.io/hashicorp/aws",
        "registry.terraform.io/hashicorp/random",
        "tf.example.com/team/own",
      ]);
    for (const required_providers of [null, "x", [7], { aws: { source: 7 } }])
      expect(lifted({ terraform: { required_providers }, resource: {} })).toEqual([]);
  });
});
