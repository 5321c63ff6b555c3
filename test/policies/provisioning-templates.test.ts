import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { LiftedInput, Resource } from "../../model/resource.js";
import { check } from "../../policies/engine/check.js";
import { evaluate } from "../../policies/engine/evaluate.js";
import { loadBundledPolicy, readRuleMetadata } from "../../policies/engine/load.js";
import { liftPath } from "../../policies/lift/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";

const PLAN = join(import.meta.dirname, "../fixtures/lift/iot-policies/plan.json");
const AS_OF = "2026-11-25";

const synth = (resource: object): LiftedInput => {
  const text = JSON.stringify({ resource });
  return liftSynth("cdk.tf.json", JSON.parse(text) as JsonObject, text);
};

/** Terraform reads `${` as its own: what a template means by it is written `$${`. */
const escaped = (value: unknown): string => JSON.stringify(value).replaceAll("${", () => "$${");
const templateWith = (resources: unknown, more: object = {}): LiftedInput =>
  synth({ aws_iot_provisioning_template: { t: { name: "t", template_body: escaped({ Resources: resources, ...more }) } } });
const policyOf = (document: unknown, more?: object): Resource["values"] | undefined =>
  templateWith({ p: { Type: "AWS::IoT::Policy", Properties: { PolicyDocument: document } } }, more).resources.find(
    ({ address }) => address === "aws_iot_provisioning_template.t#p",
  )?.values;

/** What the rules about AWS IoT policies say of one. */
const verdictsOf = (input: LiftedInput, address: string): readonly string[] =>
  check([input], [], { asOf: AS_OF, all: true })
    .report.results.filter((result) => result.address === address)
    .map(({ rule, verdict, detail, reason }) => [rule, verdict, detail ?? "", reason ?? ""].join(" | "))
    .sort();
const withoutTags = (verdicts: readonly string[]): readonly string[] =>
  verdicts.filter((verdict) => !verdict.startsWith("iot-resource-tagged"));

describe("a policy in a provisioning template of a real plan", () => {
  let plan: LiftedInput;
  beforeAll(async () => {
    [plan] = (await liftPath(PLAN)) as [LiftedInput];
  });

  it.each(["good", "bad"])(
    "that is %s gets the verdicts of the same policy on its own, from a fleet's template and from that of a CA",
    (kind) => {
      const direct = withoutTags(verdictsOf(plan, `aws_iot_policy.direct["${kind}"]`));
      const failing = direct.filter((verdict) => verdict.includes("| fail |")).map((verdict) => verdict.split(" | ")[0]);
      expect(failing.length > 0).toBe(kind === "bad");
      if (kind === "bad") for (const rule of ["connect", "publish", "read", "thing"]) expect(failing).toContain(`iot-policy-${rule}-bound`);
      for (const holder of ["aws_iot_provisioning_template.inline", "aws_iot_provisioning_template.object", "aws_iot_ca_certificate.ca"])
        expect(withoutTags(verdictsOf(plan, `${holder}["${kind}"]#policy`))).toEqual(direct);
    },
  );

  it("is not asked for tags, which the template cannot give it", () => {
    for (const holder of ["aws_iot_provisioning_template.inline", "aws_iot_ca_certificate.ca"])
      expect(verdictsOf(plan, `${holder}["bad"]#policy`).join("\n")).toContain("iot-resource-tagged | not-applicable");
  });

  it("is counted by other code with the same result; one that is only named is none", () => {
    expect(plan.resourcesInInput).toBe(plan.resources.length);
    expect(plan.resources.filter(({ address }) => address.includes("by_name#"))).toEqual([]);
  });

  it("is unknown where the device says what stands in it, and known where AWS IoT does", () => {
    const substituted = verdictsOf(plan, "aws_iot_provisioning_template.given#substituted");
    expect(substituted.filter((verdict) => verdict.startsWith("iot-policy-publish-bound"))[0]).toContain("| unknown |");
    const byId = verdictsOf(plan, "aws_iot_provisioning_template.given#certificate_id");
    expect(byId.filter((verdict) => verdict.startsWith("iot-policy-publish-bound"))[0]).toContain("| pass |");
  });

  it("is told of where Terraform knows the template only after apply", () => {
    expect(plan.notes).toContain(
      "aws_iot_provisioning_template.later: its template is not known, or cannot be read, so a policy in it is not judged",
    );
  });

  it("has the same verdicts in pieces as in one", () => {
    const policy = loadBundledPolicy();
    const { resources, blocks = [] } = plan;
    const judged = (target: number) =>
      [...evaluate(policy, [...resources, ...blocks], AS_OF, { whole: target, target, hub: 1 }, readRuleMetadata(), [])]
        .flatMap(([rule, byAddress]) => [...byAddress.values()].flat().map((fact) => JSON.stringify([rule, fact])))
        .sort();
    expect(judged(1)).toEqual(judged(10_000));
  });
});

describe("the functions of a provisioning template", () => {
  const statement = (resource: unknown) => ({ Statement: [{ Effect: "Allow", Action: "iot:Publish", Resource: resource }] });
  const topicOf = (document: unknown, more?: object): unknown =>
    (policyOf(document, more) as { readonly policy?: { readonly Statement?: readonly { readonly Resource: unknown }[] } } | undefined)
      ?.policy?.Statement?.[0]?.Resource;
  const open = { $unknown: "expression", refs: [] };

  it("leave open what a device gives, whatever its default", () => {
    const parameters = { Parameters: { Name: { Type: "String", Default: "sensor" } } };
    for (const given of [
      { Ref: "Name" },
      { "Fn::Sub": "topic/${Name}" },
      { "Fn::Sub": ["topic/${X}/${iot:ClientId}", { X: { Ref: "Name" } }] },
      { "Fn::Join": ["/", ["topic", { Ref: "Name" }]] },
      { "Fn::Join": ["/", ["topic", { "Fn::Select": [0, { "Fn::Split": [",", { Ref: "Name" }] }] }]] },
      { Ref: "AWS::IoT::Certificate::CommonName" },
      { "Fn::Unheard": "of" },
    ])
      expect(topicOf(statement(given), parameters), JSON.stringify(given)).toEqual(open);
  });

  it("are worked out where the template says all", () => {
    const mappings = { Mappings: { Places: { here: { topic: "topic/here", parts: ["topic", "there"] } } } };
    for (const [given, topic] of [
      [{ "Fn::Join": ["/", ["topic", "a"]] }, "topic/a"],
      [{ "Fn::Select": [1, { "Fn::Split": [",", "x,topic/a"] }] }, "topic/a"],
      [{ "Fn::FindInMap": ["Places", "here", "topic"] }, "topic/here"],
      [{ "Fn::Join": ["/", { "Fn::FindInMap": ["Places", "here", "parts"] }] }, "topic/there"],
      [{ "Fn::Sub": "topic/${AWS::IoT::Certificate::Id}" }, "topic/${iot:CertificateId}"],
      ["topic/${iot:ClientId}", "topic/${iot:ClientId}"],
    ] as const)
      expect(topicOf(statement(given), mappings), JSON.stringify(given)).toBe(topic);
  });

  it("make a document of the text they come to, leaf by leaf", () => {
    const text = JSON.stringify({
      Statement: [
        { Effect: "Allow", Action: "iot:Publish", Resource: "topic/${Name}" },
        { Effect: "Allow", Action: "iot:Connect", Resource: "client/${iot:Connection.Thing.ThingName}" },
      ],
    });
    expect(policyOf({ "Fn::Sub": text })?.policy).toEqual({
      Statement: [
        { Effect: "Allow", Action: "iot:Publish", Resource: open },
        { Effect: "Allow", Action: "iot:Connect", Resource: "client/${iot:Connection.Thing.ThingName}" },
      ],
    });
    expect(policyOf({ "Fn::Sub": "${Whole}" })?.policy).toMatchObject({ $unknown: "opaque-document" });
  });
});

describe("what is not known of a provisioning template", () => {
  const UNREAD = "aws_iot_provisioning_template.t: its template is not known, or cannot be read, so a policy in it is not judged";
  const of = (body: string) => synth({ aws_iot_provisioning_template: { t: { name: "t", template_body: body } } });

  it.each([
    ["a reference", "${aws_s3_object.template.content}"],
    ["a variable", "${var.template}"],
    ["no JSON", "{"],
    ["no object", "[]"],
    ["without resources", "{}"],
    ["of something else", '{"Resources": "${local.resources}"}'],
  ])("is told of: %s", (_, body) => {
    const input = of(body);
    expect(input.notes).toEqual([UNREAD]);
    expect([input.resources.length, input.resourcesInInput]).toEqual([1, 1]);
  });

  it("is told of, resource by resource", () => {
    const input = of('{"Resources": {"a": "${local.a}", "b": {"Type": "${local.b}"}, "c": {"Type": "AWS::IoT::Thing"}}}');
    expect(input.notes).toEqual(
      ["a", "b"].map((name) => `aws_iot_provisioning_template.t: what ${name} of its template is, is not known, so it is not judged`),
    );
  });

  it("makes its policy unknown, with what it refers to", () => {
    const input = of(
      JSON.stringify({
        Resources: {
          properties: { Type: "AWS::IoT::Policy", Properties: "${local.properties}" },
          document: { Type: "AWS::IoT::Policy", Properties: { PolicyDocument: "${aws_iot_policy.other.policy}" } },
          text: {
            Type: "AWS::IoT::Policy",
            Properties: {
              PolicyDocument: JSON.stringify({
                Statement: [{ Effect: "Allow", Action: "iot:Publish", Resource: "arn:${aws_sqs_queue.q.name}:topic/*" }],
              }),
            },
          },
        },
      }),
    );
    const policy = (name: string) => input.resources.find(({ address }) => address.endsWith(`#${name}`))?.values.policy;
    expect(policy("properties")).toEqual({ $unknown: "opaque-document", refs: [] });
    expect(policy("document")).toMatchObject({ $unknown: "reference", refs: ["aws_iot_policy.other"] });
    expect(policy("text")).toEqual({
      Statement: [
        {
          Effect: "Allow",
          Action: "iot:Publish",
          Resource: { $unknown: "expression", refs: ["aws_sqs_queue.q"], template: "arn:${aws_sqs_queue.q.name}:topic/*" },
        },
      ],
    });
    expect(input.resourcesInInput).toBe(input.resources.length);
    for (const name of ["properties", "document"])
      expect(verdictsOf(input, `aws_iot_provisioning_template.t#${name}`).join("\n")).toContain("iot-policy-connect-bound | unknown");
    expect(verdictsOf(input, "aws_iot_provisioning_template.t#text").join("\n")).toContain("iot-policy-publish-bound | fail");
  });

  it("is told of a CA, unless it has none", () => {
    const ca = (config: unknown) => synth({ aws_iot_ca_certificate: { c: { registration_config: config } } }).notes;
    expect(ca("${var.config}")).toHaveLength(1);
    expect(ca({ template_body: "${var.body}" })).toHaveLength(1);
    expect(ca({ template_name: "fleet" })).toBeUndefined();
    expect(synth({ aws_iot_ca_certificate: { c: {} } }).notes).toBeUndefined();
  });

  it("never breaks the lift, nor the count", () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom("text", "${iot:ClientId}", "${Name}", "", 1, null, true),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom("Ref", "Fn::Sub", "Fn::Join", "Fn::Select", "$unknown", "refs", "Statement", "__proto__"),
          tie("any"),
          { maxKeys: 2 },
        ),
      ),
    })).any;
    const resource = fc.record({
      Type: fc.constantFrom("AWS::IoT::Policy", "AWS::IoT::Thing"),
      Properties: fc.oneof(value, fc.record({ PolicyDocument: value, PolicyName: value })),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.oneof(resource, value)), (resources) => {
        const input = templateWith(resources);
        expect(input.resources.length).toBe(input.resourcesInInput);
      }),
    );
  });
});
