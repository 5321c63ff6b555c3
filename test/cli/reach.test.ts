import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { reachSchema } from "../../model/outputs/reach.js";
import type { ReachReport } from "../../model/reach-report.js";
import { outputSchemas } from "../../tools/generators/outputs.js";
import { bulwark, ROOT } from "../support/cli.js";

const STACK = join(ROOT, "test/fixtures/synth/smart-home.cdk.tf.json");
const PLAN = join(ROOT, "test/fixtures/plans/smart-home.plan.json");
const INSECURE = join(ROOT, "examples/insecure/plan.json");
const CONNECT = {
  Effect: "Allow",
  Action: "iot:Connect",
  Resource: "arn:aws:iot:eu-west-1:111122223333:client/${iot:Connection.Thing.ThingName}",
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bulwark-reach-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const report = async (...args: string[]): Promise<ReachReport> =>
  JSON.parse((await bulwark(["reach", ...args, "--format", "json"])).stdout) as ReachReport;
const verdicts = ({ policies }: ReachReport): readonly string[] => policies.map(({ name, verdict }) => `${name} ${verdict}`).sort();

describe("bulwark reach", () => {
  it("says of the synthesized example and of its plan that devices keep to their own, and exits 0", async () => {
    const ended = await bulwark(["reach", STACK]);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain("3 keep to their own");
    expect(verdicts(await report(STACK))).toEqual([
      "smart-home-claim contained",
      "smart-home-device contained",
      "smart-home-quarantine contained",
    ]);
    expect(verdicts(await report(PLAN))).toEqual(verdicts(await report(STACK)));
  });

  it("names who gets at whom in the insecure example, and exits 1", async () => {
    const ended = await bulwark(["reach", INSECURE, "--policy", "sensor-gateway"]);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain("device attacker with client id victim connects as victim");
    expect(ended.stdout).not.toContain("sensor-device");
  });

  it("names the policies that stand in provisioning templates and stacks, with a witness, and templates that are not known", async () => {
    const { policies } = await report(join(ROOT, "test/fixtures/lift/iot-policies/plan.json"));
    const of = (place: string) => policies.find((policy) => policy.place === place);
    const waysOf = (place: string) => of(place)?.witnesses.map(({ capability, use, topic, filter }) => [capability, use, topic, filter]);
    for (const holder of [
      'aws_iot_policy.direct["bad"]',
      'aws_iot_provisioning_template.inline["bad"]#policy',
      'aws_iot_ca_certificate.ca["bad"]#policy',
      'aws_cloudformation_stack.yaml["bad"]#Policy',
      'aws_cloudcontrolapi_resource.policy["bad"]',
    ]) {
      expect(of(holder)?.verdict, holder).toBe("reaches");
      expect(waysOf(holder)).toEqual(waysOf('aws_iot_policy.direct["bad"]'));
      expect(of(holder)?.witnesses[0]?.allowedBy[0]?.policy).toBe(holder);
      expect(of(holder.replace("bad", "good"))?.verdict).toBe("contained");
    }
    expect(of("aws_iot_provisioning_template.given#certificate_id")?.verdict).toBe("contained");
    expect(of("aws_iot_provisioning_template.given#substituted")).toMatchObject({
      verdict: "unknown",
      notes: ["a part given by an expression is not known before a device is provisioned and was left out"],
    });
    expect(of("aws_iot_provisioning_template.later")?.verdict).toBe("unknown");
  });

  it("writes JSON as its published schema says", async () => {
    const schema = outputSchemas().find(({ file: name }) => name.endsWith("bulwark.reach-1.schema.json"));
    const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(JSON.parse(schema?.content ?? "{}"));
    validate(await report(INSECURE));
    expect(validate.errors).toBeNull();
  });

  it("judges policies that hang on one device as one", async () => {
    const grant = file("grant.json", {
      Version: "2012-10-17",
      Statement: [CONNECT, { Effect: "Allow", Action: "iot:Publish", Resource: "*" }],
    });
    const deny = file("deny.json", { Version: "2012-10-17", Statement: { Effect: "Deny", Action: "iot:Publish", Resource: "*" } });
    expect((await bulwark(["reach", grant, deny])).code).toBe(1);
    expect((await bulwark(["reach", grant, deny, "--policy", grant, "--policy", deny])).code).toBe(0);
  });

  it("passes what only a condition opens, and fails it with --strict", async () => {
    const statement = { Effect: "Allow", Action: "iot:Publish", Resource: "*", Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } };
    const path = file("condition.json", { Version: "2012-10-17", Statement: [CONNECT, statement] });
    const ended = await bulwark(["reach", path]);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/depends on\s+IpAddress aws:SourceIp: 10.0.0.0\/8/);
    expect((await bulwark(["reach", path, "--strict"])).code).toBe(1);
  });

  it("reads policies with references in them, and says what stood in for what", async () => {
    const stack = file("main.tf.json", {
      data: { aws_caller_identity: { me: {} } },
      resource: {
        aws_iot_policy: {
          mixed: {
            name: "mixed",
            policy: JSON.stringify({
              Version: "2012-10-17",
              Statement: [
                {
                  ...CONNECT,
                  Resource: "arn:aws:iot:eu-west-1:${data.aws_caller_identity.me.account_id}:client/$${iot:Connection.Thing.ThingName}",
                },
                {
                  Effect: "Allow",
                  Action: "iot:Publish",
                  Resource: ["arn:aws:iot:eu-west-1:${data.aws_caller_identity.me.account_id}:topic/dt/*"],
                },
              ],
            }),
          },
          opaque: { name: "opaque", policy: "${data.http.policy.body}" },
        },
      },
    });
    const { policies } = await report(stack);
    expect(policies.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["mixed", "reaches"],
      ["opaque", "unknown"],
    ]);
    expect(policies[0]?.witnesses[0]?.topic).toBe("dt/victim");
    expect(policies[0]?.notes).toEqual(["data.aws_caller_identity.me.account_id is not known before apply; it is read as one fixed text"]);
  });

  it.each([
    [
      "an input without a policy",
      () => file("none.tf.json", { resource: { aws_sqs_queue: { q: { name: "q" } } } }),
      [],
      "BW_NO_IOT_POLICY",
    ],
    ["a policy nobody has", () => STACK, ["--policy", "absent"], "BW_USAGE"],
    ["a format nobody knows", () => STACK, ["--format", "xml"], "BW_USAGE"],
    ["JSON that is neither", () => file("other.json", { a: 1 }), [], "BW_INPUT_UNKNOWN"],
  ] as const)("refuses %s with a code", async (_, path, args, code) => {
    const ended = await bulwark(["reach", path(), ...args]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(code);
  });

  it("names a file with a Statement that is no policy, without failing on it", async () => {
    const { policies } = await report(file("broken.json", { Statement: [{ Effect: "Perhaps" }] }));
    expect(policies[0]).toMatchObject({ verdict: "unknown", notes: [expect.stringContaining("Effect is")] });
  });
});

it("the schema and the type of the report say the same", () => {
  type Loose<T> = T extends readonly (infer U)[] ? Loose<U>[] : T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T;
  type Same<A, B> = [Loose<A>, Loose<B>] extends [Loose<B>, Loose<A>] ? true : false;
  const same: Same<ReachReport, z.infer<typeof reachSchema>> = true;
  expect(same).toBe(true);
});
