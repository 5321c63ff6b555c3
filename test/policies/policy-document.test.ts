import { describe, expect, it } from "vitest";
import { renderPolicyDocument } from "../../policies/lift/embedded/policy-document.js";
import { unknown, type Value } from "../../policies/lift/normal.js";

type Values = { readonly [key: string]: Value };

const render = (values: Values, others: { readonly [address: string]: Values } = {}) =>
  renderPolicyDocument(values, (address) => (Object.hasOwn(others, address) ? others[address] : undefined));
const statement = (values: Values) => render({ statement: [values] })?.Statement;
const url = unknown("expression", ["aws_iam_openid_connect_provider.eks"]);

describe("conditions of a policy document", () => {
  const condition = (...blocks: Value[]) => statement({ actions: ["sts:AssumeRole"], condition: blocks });

  it("keep the operator of a key that is not known, and what is known beside it", () => {
    expect(
      condition(
        { test: "StringEquals", variable: url, values: ["system:serviceaccount:a:b"] },
        { test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-1"] },
      ),
    ).toEqual([{ Effect: "Allow", Action: "sts:AssumeRole", Condition: { StringEquals: { "${}": url, "aws:PrincipalOrgID": "o-1" } } }]);
  });

  it("keep the text of a key that is written with references", () => {
    const variable = unknown("expression", url.refs, { template: "${replace(x, y, z)}:sub" });
    expect(condition({ test: "StringLike", variable, values: ["a"] })).toMatchObject([
      { Condition: { StringLike: { "${replace(x, y, z)}:sub": variable } } },
    ]);
  });

  it("are unknown as a whole when an operator or a block is", () => {
    const known = { test: "Bool", variable: "aws:SecureTransport", values: ["true"] };
    for (const block of [url, { test: url, variable: "aws:SourceArn", values: ["x"] }])
      expect(condition(known, block)).toMatchObject([{ Condition: url }]);
  });
});

describe("principals of a policy document", () => {
  it("keep a block that is not known beside those that are", () => {
    const principals = [{ type: "AWS", identifiers: ["*"] }, url, { type: url, identifiers: ["x"] }];
    expect(statement({ actions: ["s3:*"], principals })).toMatchObject([{ Principal: { AWS: ["*", url, url] } }]);
    expect(statement({ actions: ["s3:*"], principals: [url] })).toMatchObject([{ Principal: { AWS: url } }]);
  });
});

describe("policy variables of a policy document", () => {
  it("are written with & where Terraform would take $ for its own", () => {
    const topic = unknown("expression", ["data.aws_caller_identity.me"], { template: "arn:${x}:topic/&{iot:ClientId}" });
    expect(
      statement({
        actions: ["iot:&{x}"],
        resources: ["arn:topic/&{iot:Connection.Thing.ThingName}", topic],
        principals: [{ type: "AWS", identifiers: ["&{aws:PrincipalArn}"] }],
        condition: [{ test: "StringLike", variable: "s3:prefix", values: ["&{aws:username}/*"] }],
      }),
    ).toEqual([
      {
        Effect: "Allow",
        Action: "iot:&{x}",
        Resource: ["arn:topic/${iot:Connection.Thing.ThingName}", { ...topic, template: "arn:${x}:topic/${iot:ClientId}" }],
        Principal: { AWS: "${aws:PrincipalArn}" },
        Condition: { StringLike: { "s3:prefix": "${aws:username}/*" } },
      },
    ]);
    expect(statement({ not_resources: ["&{aws:username}"] })).toMatchObject([{ NotResource: "${aws:username}" }]);
  });
});

describe("documents that take in others", () => {
  const A = "data.aws_iam_policy_document.a";
  const B = "data.aws_iam_policy_document.b";
  const others = {
    [A]: { statement: [{ sid: "all", actions: ["*"], resources: ["*"] }] },
    [B]: { statement: [{ actions: ["s3:*"], resources: [url] }] },
  };
  const json = (address: string) => unknown("reference", [address], { attribute: "json" });
  const own = [{ sid: "own", actions: ["sns:Publish"], resources: ["*"] }];
  const actions = (values: Values, at: { readonly [address: string]: Values } = others) =>
    (render(values, at)?.Statement as readonly { readonly Action?: string; readonly $unknown?: string }[] | undefined)?.map(
      ({ Action, $unknown }) => Action ?? $unknown,
    );

  it("hold first the sources, then their own statements, then the overrides", () => {
    const text = JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "sqs:*", Resource: "*" } });
    expect(actions({ override_policy_documents: [json(B)], statement: own, source_policy_documents: [json(A), text] })).toEqual([
      "*",
      "sqs:*",
      "sns:Publish",
      "s3:*",
    ]);
    expect(render({ source_policy_documents: [text] })).toMatchObject({ Version: "2012-10-17", Statement: [{ Action: "sqs:*" }] });
  });

  it("hold a statement in the place of an earlier one of the same sid", () => {
    expect(actions({ source_policy_documents: [json(A)], statement: [{ sid: "all", actions: ["s3:Get*"] }] })).toEqual(["s3:Get*"]);
    expect(actions({ statement: [{ sid: "all", actions: ["s3:Get*"] }], override_policy_documents: [json(A)] })).toEqual(["*"]);
  });

  it("hold an unknown statement for what cannot be read", () => {
    expect(actions({ source_policy_documents: [url, json(A)], statement: own })).toEqual(["expression", "*", "sns:Publish"]);
    expect(actions({ source_policy_documents: ["no document"], statement: own })).toEqual(["opaque-document", "sns:Publish"]);
    expect(actions({ source_policy_documents: unknown("expression"), statement: own })).toEqual(["expression", "sns:Publish"]);
    expect(actions({ statement: [...own, url] })).toEqual(["sns:Publish", "expression"]);
    expect(render({ source_policy_documents: [url] })).toBeUndefined();
    expect(render({ source_policy_documents: [url], statement: [url] })).toBeUndefined();
  });

  it("do not say of a statement with a sid what an unknown one may replace", () => {
    const nameless = { actions: ["sqs:*"], resources: ["*"] };
    expect(actions({ statement: [...own, nameless], override_policy_documents: [url] })).toEqual(["expression", "sqs:*", "expression"]);
    expect(actions({ source_policy_documents: [json(A)], statement: [{ sid: url, actions: ["s3:Get*"] }] })).toEqual([
      "expression",
      "s3:Get*",
    ]);
  });

  it("take in each of several that a plan lists for the whole", () => {
    const either = unknown("expression", [A, "data.aws_iam_policy_document.read", B]);
    expect(actions({ source_policy_documents: [either, "{}", either] })).toEqual(["*", "s3:*"]);
    expect(actions({ source_policy_documents: [either], statement: own })).toEqual(["expression", "sns:Publish"]);
  });

  it("end where they take in themselves, or grow without end", () => {
    expect(actions({ source_policy_documents: [json(A)] }, { [A]: { source_policy_documents: [json(A)], statement: own } })).toEqual([
      "reference",
      "sns:Publish",
    ]);
    const name = (at: number) => `data.aws_iam_policy_document.x${at}`;
    const level = (at: number): Values =>
      at === 0 ? { statement: [{ actions: ["s3:*"] }] } : { source_policy_documents: Array(9).fill(json(name(at - 1))) as Value[] };
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [name(at), level(at)]));
    expect(actions({ source_policy_documents: [json(name(59))] }, many)?.length).toBe(1001);
  });
});
