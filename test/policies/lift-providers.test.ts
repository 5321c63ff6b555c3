import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LiftedInput, Resource } from "../../model/resource.js";
import { checkPaths } from "../../policies/index.js";
import type { JsonObject } from "../../policies/lift/normal.js";
import { liftPlan } from "../../policies/lift/plan/plan.js";
import { liftSynth } from "../../policies/lift/synth/synth.js";
import { bulwark } from "../support/cli.js";

/** The keys of AWS's own documentation, and a session token in their style. */
const ID = "AKIAIOSFODNN7EXAMPLE";
const KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN";
const SHOWN = "(written out, not shown)";
const OUTSIDE = { $unknown: "reference", refs: [] };
const OPEN = { $unknown: "expression", refs: [] };

const constant = (value: unknown) => ({ constant_value: value });
const from = (...references: string[]) => ({ references });

function planOf(configs: object, more: { readonly variables?: object; readonly root?: object } = {}): JsonObject {
  return {
    format_version: "1.2",
    planned_values: { root_module: {} },
    resource_changes: [],
    variables: more.variables ?? {},
    configuration: { provider_config: configs, root_module: more.root ?? {} },
  } as unknown as JsonObject;
}

const aws = (expressions: object, more: object = {}) => ({
  name: "aws",
  full_name: "registry.terraform.io/hashicorp/aws",
  expressions,
  ...more,
});

const isSource = ({ type }: Resource): boolean => type === "Provider/source";

const configured = ({ blocks = [] }: LiftedInput) =>
  Object.fromEntries(blocks.filter((block) => !isSource(block)).map(({ address, values }) => [address, values]));

const ofPlan = (...args: Parameters<typeof planOf>) => configured(liftPlan("p", planOf(...args), ""));
const ofSynth = (root: object) => configured(liftSynth("s", root as JsonObject, JSON.stringify(root)));

describe("provider blocks of a plan", () => {
  it("stand at their alias and module, the default one without", () => {
    const configs = {
      aws: aws({ region: constant("eu-central-1") }),
      "aws.west": aws({}, { alias: "west" }),
      "module.site:aws": aws({}, { module_address: "module.site" }),
      random: { name: "random", full_name: "registry.terraform.io/hashicorp/random", expressions: {} },
      awscc: { name: "awscc", full_name: "registry.terraform.io/hashicorp/awscc" },
    };
    const root = { module_calls: { site: { module: {} } } };
    expect(ofPlan(configs, { root })).toEqual({
      "provider.aws": { region: "eu-central-1" },
      'provider.aws["west"]': {},
      "module.site.provider.aws": {},
      "provider.awscc": {},
    });
    expect(liftPlan("p", planOf(configs, { root }), "")).toMatchObject({ resources: [], resourcesInInput: 0 });
  });

  it("are implied where none is written and something is of AWS, so that what an account has once can be missed there", () => {
    const bucket = { address: "aws_s3_bucket.b", mode: "managed", type: "aws_s3_bucket", name: "b", values: {} };
    const plan = { ...planOf({}), planned_values: { root_module: { resources: [bucket] } }, resource_changes: [] };
    expect(liftPlan("p", plan as unknown as JsonObject, "").blocks?.map(({ address }) => address)).toEqual(["provider.aws"]);
    expect(ofSynth({ resource: { aws_s3_bucket: { b: {} } } })).toEqual({ "provider.aws": {} });
    expect(ofSynth({ resource: { random_id: { r: {} } } })).toEqual({});
    expect(ofSynth({ provider: { aws: { region: "eu-west-1" } }, resource: { aws_s3_bucket: { b: {} } } })).toEqual({
      "provider.aws": { region: "eu-west-1" },
    });
  });

  it("keep blocks as lists, and references to resources", () => {
    const values = ofPlan({
      aws: aws({
        assume_role: [{ role_arn: from("aws_iam_role.deploy.arn", "aws_iam_role.deploy") }],
        default_tags: [{ tags: constant({ team: "fleet" }) }],
      }),
    });
    expect(values["provider.aws"]).toEqual({
      assume_role: [{ role_arn: { $unknown: "reference", refs: ["aws_iam_role.deploy"] } }],
      default_tags: [{ tags: { team: "fleet" } }],
    });
  });

  it("say of a credential how it is given, and never what it is", () => {
    const given = { variables: { secret: { value: KEY }, given: { value: KEY } } };
    const root = { variables: { secret: { default: KEY, sensitive: true }, given: { default: "" }, open: { sensitive: true } } };
    const credentials = (expressions: object) => ofPlan({ aws: aws(expressions) }, { ...given, root })["provider.aws"];
    expect(credentials({ access_key: constant(ID), secret_key: constant(KEY), token: constant("") })).toEqual({
      access_key: SHOWN,
      secret_key: SHOWN,
    });
    expect(credentials({ access_key: constant("test") })).toEqual({ access_key: "(a placeholder, not shown)" });
    expect(credentials({ secret_key: from("var.secret") })).toEqual({ secret_key: SHOWN });
    expect(credentials({ secret_key: from("var.given") })).toEqual({ secret_key: OUTSIDE });
    expect(credentials({ secret_key: from("var.open") })).toEqual({ secret_key: OUTSIDE });
    expect(credentials({ secret_key: from("local.key") })).toEqual({ secret_key: OPEN });
    expect(credentials({ secret_key: from("var.open", "var.given") })).toEqual({ secret_key: OPEN });
    expect(credentials({ secret_key: {} })).toEqual({ secret_key: OPEN });
    expect(credentials({ secret_key: constant(null) })).toEqual({});
    expect(credentials({ token: from("data.external.login.result.token", "data.external.login.result", "data.external.login") })).toEqual({
      token: { $unknown: "reference", refs: ["data.external.login"] },
    });
    expect(credentials({ assume_role_with_web_identity: [{ web_identity_token: constant(TOKEN) }] })).toEqual({
      assume_role_with_web_identity: [{ web_identity_token: SHOWN }],
    });
  });

  it("follow a variable of a module up to the call that gives it, or to its own default", () => {
    const root = {
      variables: { keys: { default: { id: ID } } },
      module_calls: {
        site: {
          expressions: { id: from("var.keys.id", "var.keys") },
          module: { variables: { id: {}, key: { default: KEY } } },
        },
      },
    };
    const block = aws({ access_key: from("var.id"), secret_key: from("var.key") }, { module_address: "module.site" });
    const both = (id: string) => ofPlan({ "module.site:aws": block }, { root, variables: { keys: { value: { id } } } });
    expect(both(ID)).toEqual({ "module.site.provider.aws": { access_key: SHOWN, secret_key: SHOWN } });
    expect(both("ANOTHERKEYFROMTHECI0")).toEqual({ "module.site.provider.aws": { access_key: OUTSIDE, secret_key: SHOWN } });
  });

  it("survive hostile names and shapes", () => {
    const hostile = JSON.parse(
      '{"__proto__": {"constant_value": 1}, "$unknown": {"constant_value": "x"}, "access_key": [1], "token": 7}',
    ) as object;
    expect(Object.keys(ofPlan({ aws: aws(hostile), broken: null, list: [], "aws.x": aws({}, { alias: 'a"].b' }) }))).toEqual([
      "provider.aws",
      'provider.aws["a\\"].b"]',
    ]);
    for (const configs of [null, [], "x", { aws: [] }, { aws: { expressions: 1 } }])
      expect(ofPlan(configs as unknown as object)).toEqual({});
  });
});

describe("provider blocks of a synthesized stack", () => {
  it("are one block or several, known by their source or their local name", () => {
    const root = {
      terraform: { required_providers: { cloud: { source: "hashicorp/aws" }, aws: { source: "example/aws-like" } } },
      provider: { cloud: [{ region: "eu-west-1" }, { alias: "us", default_tags: { tags: { team: "fleet" } } }], aws: { access_key: KEY } },
      resource: {},
    };
    expect(ofSynth(root)).toEqual({
      "provider.aws": { region: "eu-west-1" },
      'provider.aws["us"]': { default_tags: [{ tags: { team: "fleet" } }] },
    });
  });

  it("say of a credential how it is given, and never what it is", () => {
    const root = {
      variable: { open: { sensitive: true }, secret: { default: KEY } },
      locals: { id: ID },
      provider: {
        aws: [
          { access_key: "${local.id}", secret_key: "${var.secret}", token: "${var.open}", region: "eu-west-1" },
          { alias: "half", secret_key: "wJalrXUtnFEMI${var.open}", assume_role_with_web_identity: [{ web_identity_token: TOKEN }] },
        ],
      },
      resource: {},
    };
    expect(ofSynth(root)).toEqual({
      "provider.aws": { access_key: SHOWN, secret_key: SHOWN, token: OUTSIDE, region: "eu-west-1" },
      'provider.aws["half"]': { secret_key: OPEN, assume_role_with_web_identity: [{ web_identity_token: SHOWN }] },
    });
  });
});

describe("a credential in a provider block", () => {
  let scratch: string;
  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), "bulwark-providers-"));
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const configs = { aws: aws({ access_key: constant(ID), secret_key: from("var.secret"), token: constant(TOKEN) }) };
  const root = { variables: { secret: { default: KEY, sensitive: true } } };
  const text = JSON.stringify(planOf(configs, { root, variables: { secret: { value: KEY } } }));

  it("is found once for each attribute, whatever resources there are", async () => {
    const file = join(scratch, "plan.json");
    writeFileSync(file, text);
    const { report } = await checkPaths([file], { asOf: "2026-11-25" });
    expect(report.inputs[0]?.resources).toEqual({ inInput: 0, lifted: 0 });
    expect(report.results.map(({ rule, severity, verdict, address, detail }) => [rule, severity, verdict, address, detail])).toEqual(
      ["access_key", "secret_key", "token"].map((name) => ["provider-no-static-credentials", "critical", "fail", "provider.aws", name]),
    );
  });

  it("stands in no output of any format, in no baseline and in no explanation", async () => {
    const file = join(scratch, "plan.json");
    writeFileSync(file, text);
    const formats = ["pretty", "json", "sarif", "junit", "github", "markdown", "gitlab"];
    const { code } = await bulwark([
      ...["check", file, "--all"],
      ...formats.flatMap((format) => ["--format", `${format}=${join(scratch, `out.${format}`)}`]),
    ]);
    expect(code).toBe(1);
    const baseline = await bulwark(["check", file, "--write-baseline", join(scratch, "out.baseline")]);
    const [{ fingerprint }] = JSON.parse(readFileSync(join(scratch, "out.json"), "utf8")).results as [{ fingerprint: string }];
    const explained = await bulwark(["explain", fingerprint, "--in", join(scratch, "out.json")]);
    expect(explained.stdout).toContain("provider.aws");
    const outputs = readdirSync(scratch).filter((name) => name.startsWith("out."));
    expect(outputs).toHaveLength(formats.length + 1);
    const printed = [baseline, explained].flatMap(({ stdout, stderr }) => [stdout, stderr]);
    for (const output of [...outputs.map((name) => readFileSync(join(scratch, name), "utf8")), ...printed])
      for (const secret of [ID, KEY, TOKEN]) expect(output).not.toContain(secret);
  });
});

describe("the region of a resource", () => {
  const volume = (address: string, key: string) => ({
    address,
    mode: "managed",
    type: "aws_ebs_volume",
    name: address.split(".").at(-1),
    provider_config_key: key,
  });

  /** Volumes of the root and of a module that was handed the second provider, as Terraform writes them. */
  function regionsIn(configs: object): Record<string, string | undefined> {
    const planned = ({ address, type, name, mode }: ReturnType<typeof volume>, module = "") => ({
      address: `${module}${address}`,
      type,
      name,
      mode,
      values: {},
    });
    const own = [volume("aws_ebs_volume.here", "aws"), volume("aws_ebs_volume.there", "aws.second")];
    const inner = volume("aws_ebs_volume.inner", "aws.second");
    const plan = {
      format_version: "1.2",
      planned_values: {
        root_module: {
          resources: own.map((each) => planned(each)),
          child_modules: [{ address: "module.site", resources: [planned(inner, "module.site.")] }],
        },
      },
      resource_changes: [],
      configuration: {
        provider_config: configs,
        root_module: { resources: own, module_calls: { site: { source: "./site", module: { resources: [inner] } } } },
      },
    } as unknown as JsonObject;
    return Object.fromEntries(liftPlan("p", plan, "").resources.map(({ address, region }) => [address, region]));
  }

  it("is that of its provider, also within a module that was handed another", () => {
    expect(
      regionsIn({
        aws: aws({ region: constant("eu-central-1") }),
        "aws.second": aws({ region: constant("us-east-1") }, { alias: "second" }),
      }),
    ).toEqual({
      "aws_ebs_volume.here": "eu-central-1",
      "aws_ebs_volume.there": "us-east-1",
      "module.site.aws_ebs_volume.inner": "us-east-1",
    });
  });

  it("goes by the name of the provider where nobody wrote a region", () => {
    expect(regionsIn({ aws: aws({}), "aws.second": aws({ region: from("var.second") }, { alias: "second" }) })).toMatchObject({
      "aws_ebs_volume.here": "aws",
      "aws_ebs_volume.there": "aws.second",
    });
  });

  it.each([
    ["one provider", { aws: aws({ region: constant("eu-central-1") }) }],
    [
      "two of one region",
      { aws: aws({ region: constant("eu-central-1") }), "aws.second": aws({ region: constant("eu-central-1") }, { alias: "second" }) },
    ],
    [
      "another one of Cloud Control only",
      { aws: aws({ region: constant("eu-central-1") }), awscc: { name: "awscc", full_name: "registry.terraform.io/hashicorp/awscc" } },
    ],
  ])("is not told with %s", (_, configs) => {
    expect(Object.values(regionsIn(configs))).toEqual([undefined, undefined, undefined]);
  });

  it("is told in a stack by the provider that a resource names", () => {
    const root = {
      terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
      provider: { aws: [{ region: "eu-central-1" }, { alias: "second", region: "us-east-1" }] },
      resource: { aws_ebs_volume: { here: { size: 1 }, there: { size: 1, provider: "aws.second" } } },
    };
    const { resources } = liftSynth("s", root as JsonObject, JSON.stringify(root));
    expect(resources.map(({ address, region }) => [address, region])).toEqual([
      ["aws_ebs_volume.here", "eu-central-1"],
      ["aws_ebs_volume.there", "us-east-1"],
    ]);
  });

  it("decides which volumes an account's setting holds for", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bulwark-region-"));
    const path = join(folder, "cdk.tf.json");
    writeFileSync(
      path,
      JSON.stringify({
        terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
        provider: { aws: [{ region: "eu-central-1" }, { alias: "second", region: "us-east-1" }] },
        resource: {
          aws_ebs_encryption_by_default: { on: { enabled: true } },
          aws_ebs_volume: { here: { size: 1 }, there: { size: 1, provider: "aws.second" } },
        },
      }),
    );
    const { report } = await checkPaths([path], { only: ["ebs-volume-encrypted"], asOf: "2026-01-01" });
    rmSync(folder, { recursive: true });
    expect(report.results.map(({ address, verdict }) => [address, verdict])).toEqual([["aws_ebs_volume.there", "fail"]]);
  });
});
