import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { iotPolicyScope } from "../../model/iot-policy/arn.js";
import { evaluateIotPolicies, type IotPolicy, parseIotPolicy } from "../../model/iot-policy/index.js";
import { type ReachAnswer, type ReachWitness, reach } from "../../model/iot-policy/reach.js";
import { certificateOf } from "../../model/iot-policy/reach-identity.js";

const SCOPE = { region: "eu-west-1", account: "111122223333" };
const P = "arn:aws:iot:eu-west-1:111122223333:";
const THING = "${iot:Connection.Thing.ThingName}";
const CONNECT = allow("iot:Connect", `${P}client/${THING}`);

function allow(action: unknown, resource: unknown, more: object = {}): object {
  return { Effect: "Allow", Action: action, Resource: resource, ...more };
}
const policyOf = (...statements: readonly object[]): IotPolicy =>
  parseIotPolicy({ Version: "2012-10-17", Statement: statements }, "policy");
const ask = (...statements: readonly object[]): ReachAnswer => reach([policyOf(...statements)], SCOPE);
const ways = (answer: ReachAnswer): string[] => answer.witnesses.map(({ capability, use }) => `${capability} ${use}`);
const only = (answer: ReachAnswer): ReachWitness => {
  expect(answer.witnesses).toHaveLength(1);
  return answer.witnesses[0] as ReachWitness;
};

const stackPolicy = (name: string): IotPolicy => {
  const stack = JSON.parse(readFileSync(join(import.meta.dirname, "../fixtures/synth/smart-home.cdk.tf.json"), "utf8")) as {
    resource: { aws_iot_policy: Record<string, { name: string; policy: string }> };
  };
  const found = Object.values(stack.resource.aws_iot_policy).find((policy) => policy.name === name);
  return parseIotPolicy((found?.policy ?? "").replaceAll("$${", "${"), name);
};

describe("a policy that keeps devices apart", () => {
  test("is the one Bulwark synthesizes, and its quarantine", () => {
    expect(reach([stackPolicy("smart-home-device")], SCOPE)).toEqual({ witnesses: [], undecided: [], connectAssumed: false });
    expect(reach([stackPolicy("smart-home-quarantine")], SCOPE).witnesses).toEqual([]);
  });

  test.each<readonly [string, readonly object[]]>([
    [
      "one that may subscribe to all but receive only its own",
      [allow("iot:Subscribe", "*"), allow("iot:Receive", `${P}topic/cmd/${THING}/*`)],
    ],
    [
      "one that may receive all but subscribe only to its own",
      [allow("iot:Receive", "*"), allow("iot:Subscribe", `${P}topicfilter/cmd/${THING}/*`)],
    ],
    [
      "one whose Deny takes back what an Allow gives",
      [allow("iot:Publish", `${P}topic/dt/*`), { Effect: "Deny", Action: "iot:Publish", NotResource: `${P}topic/dt/${THING}/*` }],
    ],
    [
      "one with a topic that all share",
      [allow(["iot:Publish", "iot:Receive"], `${P}topic/broadcast/news`), allow("iot:Subscribe", `${P}topicfilter/broadcast/news`)],
    ],
    ["one with named shadows of its own", [allow("iot:Publish", `${P}topic/$aws/things/${THING}/shadow/*`)]],
    ["one that may ask for certificates", [allow("iot:Publish", `${P}topic/$aws/certificates/*`)]],
    ["one that gives retain without publish", [allow("iot:RetainPublish", `${P}topic/*`)]],
  ])("%s", (_, statements) => expect(ways(ask(CONNECT, ...statements))).toEqual([]));
});

describe("a policy that does not", () => {
  test("names the topic, the client id, the other device and the statement", () => {
    expect(only(ask(CONNECT, allow("iot:Publish", `${P}topic/dt/*`)))).toEqual({
      capability: "publish-foreign",
      use: "publish",
      thing: "attacker",
      clientId: "attacker",
      victim: "victim",
      topic: "dt/victim",
      allowedBy: [
        { action: "iot:Connect", resource: `${P}client/attacker`, policy: "policy", statement: 0 },
        { action: "iot:Publish", resource: `${P}topic/dt/victim`, policy: "policy", statement: 1 },
      ],
      dependsOn: [],
    });
  });

  test("lets a device take another's client id, and so its topics", () => {
    const answer = ask(allow("iot:Connect", `${P}client/\${iot:ClientId}`), allow("iot:Publish", `${P}topic/dt/\${iot:ClientId}/*`));
    expect(ways(answer)).toEqual(["connect-as-other connect", "publish-foreign publish"]);
    expect(answer.witnesses[1]).toMatchObject({ thing: "attacker", clientId: "victim", victim: "victim", topic: "dt/victim/data" });
  });

  test("is not saved by a client id when it asks that the thing be attached", () => {
    const attached = { Condition: { Bool: { "iot:Connection.Thing.IsAttached": "true" } } };
    expect(
      ways(ask(allow("iot:Connect", `${P}client/\${iot:ClientId}`, attached), allow("iot:Publish", `${P}topic/dt/\${iot:ClientId}/*`))),
    ).toEqual([]);
  });

  test("lets a client id that is an MQTT wildcard become a filter over the fleet", () => {
    const answer = ask(
      CONNECT,
      allow("iot:Connect", [`${P}client/+`]),
      allow("iot:Subscribe", `${P}topicfilter/cmd/\${iot:ClientId}/go`),
      allow("iot:Receive", `${P}topic/cmd/*`),
    );
    expect(only(answer)).toMatchObject({ capability: "read-foreign", clientId: "+", filter: "cmd/+/go", topic: "cmd/victim/go" });
  });

  test("holds names apart only by a prefix", () => {
    const witness = only(ask(CONNECT, allow("iot:Publish", `${P}topic/dt/${THING}*`)));
    expect(witness).toMatchObject({ victim: "attackervictim", topic: "dt/attackervictim" });
  });

  test("gives names of a certain shape to devices of that shape", () => {
    const statements = [allow("iot:Connect", `${P}client/sensor-*`), allow("iot:Publish", `${P}topic/dt/sensor-???/*`)];
    const witness = ask(...statements).witnesses.find(({ use }) => use === "publish");
    expect(witness).toMatchObject({ thing: "sensor-attacker", victim: "sensor-vvv", topic: "dt/sensor-vvv/data" });
  });

  test("reads through a wildcard filter where no other will do", () => {
    const witness = only(ask(CONNECT, allow("iot:Subscribe", `${P}topicfilter/dt/+/t`), allow("iot:Receive", "*")));
    expect(witness).toMatchObject({ capability: "read-foreign", filter: "dt/+/t", topic: "dt/victim/t" });
  });

  test("reads everything with one filter", () => {
    expect(ways(ask(CONNECT, allow("iot:Subscribe", `${P}topicfilter/#`), allow("iot:Receive", "*")))).toEqual([
      "read-foreign read",
      "read-everything read",
    ]);
  });

  test("retains where both rights meet", () => {
    const answer = ask(CONNECT, allow("iot:Publish", `${P}topic/*`), allow("iot:RetainPublish", `${P}topic/cfg/*`), {
      Effect: "Deny",
      Action: "iot:Publish",
      Resource: `${P}topic/$aws/*`,
    });
    expect(ways(answer)).toEqual(["publish-foreign publish", "retain-foreign retain"]);
    expect(answer.witnesses[1]?.topic).toBe("cfg/victim");
  });

  test.each([
    ["jobs", "jobs-foreign"],
    ["shadow", "shadow-foreign"],
    ["streams", "streams-foreign"],
  ])("opens another device's %s", (area, capability) => {
    const answer = ask(
      CONNECT,
      allow(["iot:Publish", "iot:Receive"], `${P}topic/$aws/things/*/${area}/*`),
      allow("iot:Subscribe", `${P}topicfilter/$aws/things/*/${area}/*`),
    );
    // The star takes levels, too: a shadow called "jobs" is opened by `$aws/things/*/jobs/*` as well.
    const own = answer.witnesses.filter((witness) => witness.capability === capability);
    expect(own.map(({ use }) => use)).toEqual(["publish", "read"]);
    for (const { topic } of own) expect(topic).toContain(`$aws/things/victim/${area}/`);
  });

  test("through NotAction and NotResource", () => {
    const answer = ask(CONNECT, {
      Effect: "Allow",
      NotAction: ["iot:Connect", "iot:Subscribe", "iot:Receive"],
      NotResource: `${P}topic/$aws/*`,
    });
    expect(ways(answer)).toEqual([
      "disconnect-other disconnect",
      "publish-foreign publish",
      "retain-foreign retain",
      "read-foreign read",
      "jobs-foreign publish",
      "jobs-foreign read",
      "shadow-foreign publish",
      "shadow-foreign read",
    ]);
    expect(answer.witnesses.filter(({ protocol }) => protocol === undefined).map(({ use }) => use)).toEqual(["publish", "retain"]);
  });

  test("through a shared subscription", () => {
    const answer = ask(CONNECT, allow("iot:Subscribe", `${P}topicfilter/$share/*`), allow("iot:Receive", `${P}topic/dt/*`));
    expect(only(answer)).toMatchObject({ capability: "read-foreign", filter: "$share/group/dt/victim", topic: "dt/victim" });
    expect(only(answer).notReplayed).toContain("shared subscriptions");
  });
});

describe("a policy under which no thing connects with its own name", () => {
  const publish = allow("iot:Publish", `${P}topic/dt/*`);
  const bool = (value: string) => ({ Condition: { Bool: { "iot:Connection.Thing.IsAttached": value } } });

  test.each<readonly [string, object, Partial<ReachWitness>]>([
    ["a fixed client id", allow("iot:Connect", `${P}client/gateway-7`), { thing: "gateway-7", clientId: "gateway-7" }],
    ["the certificate id", allow("iot:Connect", `${P}client/\${iot:CertificateId}`), { thing: "attacker" }],
    [
      "a serial number",
      allow("iot:Connect", `${P}client/\${iot:Certificate.SerialNumber}`),
      { notReplayed: "the certificates of the simulator have no ${iot:Certificate.SerialNumber}" },
    ],
    ["a serial number of the subject", allow("iot:Connect", `${P}client/\${iot:Certificate.Subject.SerialNumber}`), { thing: "attacker" }],
    ["a prefix", allow("iot:Connect", `${P}client/app-\${iot:Certificate.Subject.CommonName.0}`), { clientId: "app-attacker" }],
    ["a name no thing can have", allow("iot:Connect", `${P}client/gw.1`), { thing: "attacker", clientId: "gw.1" }],
    ["a device attached to nothing", allow("iot:Connect", `${P}client/*`, bool("false")), { thing: "attacker", clientId: "own-id" }],
  ])("is judged for %s", (_, connect, expected) => {
    const answer = ask(connect, publish);
    expect(answer.witnesses.find(({ use }) => use === "publish")).toMatchObject({ victim: "victim", topic: "dt/victim", ...expected });
    expect(answer.nobodyConnects).toBeUndefined();
  });

  test("counts a taken client id only where there are several", () => {
    const own = (id: string) => ask(allow("iot:Connect", `${P}client/${id}`), allow("iot:Publish", `${P}topic/dt/\${iot:ClientId}/x`));
    expect(own("gateway-7").witnesses).toEqual([]);
    expect(own("app-${iot:Certificate.Subject.CommonName}").witnesses).toEqual([]);
    expect(own("${iot:CertificateId}").witnesses).toEqual([]);
    const two = ask(allow("iot:Connect", [`${P}client/a`, `${P}client/b`]), allow("iot:Publish", `${P}topic/dt/\${iot:ClientId}/x`));
    expect(ways(two)).toEqual(["connect-as-other connect", "publish-foreign publish"]);
    expect(two.witnesses[1]).toMatchObject({ thing: "a", victim: "b", topic: "dt/b/x" });
  });

  test("is contained where it names one device throughout", () => {
    const answer = ask(
      allow("iot:Connect", `${P}client/gw-1`),
      allow(["iot:Publish", "iot:Receive"], `${P}topic/dt/gw-1/*`),
      allow("iot:Subscribe", `${P}topicfilter/dt/gw-1/*`),
    );
    expect(answer.witnesses).toEqual([]);
  });

  test("that lets in only who has a thing type says so", () => {
    const answer = ask(allow("iot:Connect", `${P}client/\${iot:Connection.Thing.ThingTypeName}-*`, bool("true")), publish);
    expect(answer.witnesses.find(({ use }) => use === "publish")?.dependsOn).toEqual([
      "the device has a ${iot:Connection.Thing.ThingTypeName}",
    ]);
  });

  test("is left open where nobody is found whom it lets in, but not where a Deny keeps all out", () => {
    const nobody = allow("iot:Connect", `${P}client/\${iot:Nobody}`);
    expect(ask(nobody, publish).nobodyConnects).toBe(true);
    expect(ask(nobody, publish, { Effect: "Deny", Action: "iot:*", Resource: "*" }).nobodyConnects).toBeUndefined();
  });
});

describe("HTTPS, which needs no connection", () => {
  test.each([
    ["iot:UpdateThingShadow", "thing", "shadow-foreign", "publish"],
    ["iot:DeleteThingShadow", "thing", "shadow-foreign", "publish"],
    ["iot:GetThingShadow", "thing", "shadow-foreign", "read"],
    ["iot:ListNamedShadowsForThing", "thing", "shadow-foreign", "read"],
    ["iot:StartNextPendingJobExecution", "thing", "jobs-foreign", "publish"],
    ["iotjobsdata:UpdateJobExecution", "thing", "jobs-foreign", "publish"],
    ["iot:GetPendingJobExecutions", "thing", "jobs-foreign", "read"],
    ["iotjobsdata:*", "thing", "jobs-foreign", "publish"],
    ["iot:GetRetainedMessage", "topic", "read-foreign", "read"],
    ["iot:DeleteConnection", "client", "disconnect-other", "disconnect"],
  ])("%s on all of a kind reaches another device", (action, kind, capability, use) => {
    const [witness] = ask(CONNECT, allow(action, `${P}${kind}/*`)).witnesses;
    expect(witness).toMatchObject({ capability, use, protocol: "https", victim: "victim", dependsOn: [] });
    expect(witness?.allowedBy.map(({ resource }) => resource)).toEqual([`${P}${kind}/victim`]);
    expect(witness?.notReplayed).toContain("HTTPS");
    const own = kind === "topic" ? `topic/dt/${THING}/*` : `${kind}/${THING}`;
    expect(ask(CONNECT, allow(action, `${P}${own}`)).witnesses).toEqual([]);
  });

  test("is not told where MQTT has a way to the same", () => {
    const both = ask(CONNECT, allow("iot:Publish", `${P}topic/$aws/things/*/shadow/update`), allow("iot:UpdateThingShadow", `${P}thing/*`));
    expect(both.witnesses.find(({ capability }) => capability === "shadow-foreign")?.protocol).toBeUndefined();
  });
});

describe("what is not known before a device connects", () => {
  test.each<readonly [string, object, string]>([
    [
      "an address",
      allow("iot:Publish", `${P}topic/dt/*`, { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }),
      "IpAddress aws:SourceIp: 10.0.0.0/8",
    ],
    [
      "a key nobody knows",
      allow("iot:Publish", `${P}topic/dt/*`, { Condition: { StringEquals: { "aws:PrincipalTag/x": "y" } } }),
      "StringEquals aws:PrincipalTag/x: y",
    ],
    [
      "a shared attribute",
      allow("iot:Publish", `${P}topic/dt/\${iot:Connection.Thing.Attributes[site]}/*`),
      "both devices have the same ${iot:Connection.Thing.Attributes[site]}",
    ],
    [
      "a name that a whole fleet's certificates share",
      allow("iot:Publish", `${P}topic/\${iot:Certificate.Subject.Organization}/*`),
      "both devices have the same ${iot:Certificate.Subject.Organization}",
    ],
  ])("%s is named", (_, statement, words) => expect(only(ask(CONNECT, statement)).dependsOn).toEqual([words]));

  test("a Deny under such a condition is named, too", () => {
    const answer = ask(CONNECT, allow("iot:Publish", `${P}topic/dt/*`), {
      Effect: "Deny",
      Action: "iot:Publish",
      Resource: "*",
      Condition: { StringNotEquals: { "iot:Connection.Thing.ThingTypeName": "gateway" } },
    });
    expect(only(answer).dependsOn).toEqual(["the Deny does not hold: StringNotEquals iot:Connection.Thing.ThingTypeName: gateway"]);
  });

  test.each([
    [
      "by an attribute alone",
      ["topic/*/${iot:Connection.Thing.Attributes[site]}/state"],
      ["both devices have the same ${iot:Connection.Thing.Attributes[site]}"],
    ],
    ["also without it", ["topic/*/${iot:Connection.Thing.Attributes[site]}/state", "topic/dt/*"], []],
  ])("what a Deny leaves out %s", (_, left, words) => {
    const answer = ask(CONNECT, allow("iot:Publish", `${P}topic/dt/*`), {
      Effect: "Deny",
      Action: "iot:Publish",
      NotResource: left.map((each) => `${P}${each}`),
    });
    expect(only(answer).dependsOn).toEqual(words);
  });

  test("a policy without iot:Connect is judged beside one that lets the device connect as itself", () => {
    const answer = ask(allow("iot:Publish", `${P}topic/dt/*`));
    expect(answer.connectAssumed).toBe(true);
    expect(only(answer).allowedBy.map(({ action }) => action)).toEqual(["iot:Publish"]);
  });

  test("two policies of one device are judged as one", () => {
    const grants = policyOf(CONNECT, allow("iot:Publish", `${P}topic/dt/*`));
    const denies = policyOf({ Effect: "Deny", Action: "iot:Publish", Resource: `${P}topic/dt/*` });
    expect(reach([grants, denies], SCOPE).witnesses).toEqual([]);
  });
});

describe("whatever the policy", () => {
  const piece = fc.constantFrom(
    "dt",
    "cmd",
    "*",
    "?",
    "sensor-*",
    THING,
    `${THING}-*`,
    "${iot:ClientId}",
    "+",
    "#",
    "$aws",
    "things",
    "jobs",
    "${iot:Connection.Thing.Attributes[s]}",
  );
  const resource = (kind: string) => fc.array(piece, { minLength: 1, maxLength: 4 }).map((levels) => `${P}${kind}/${levels.join("/")}`);
  const condition = fc.constantFrom(
    {},
    { Condition: { Bool: { "iot:Connection.Thing.IsAttached": "true" } } },
    { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } },
  );
  const statement = fc
    .tuple(
      fc.constantFrom("Allow", "Allow", "Deny"),
      fc.constantFrom(
        ["iot:Connect", "client"],
        ["iot:Publish", "topic"],
        ["iot:RetainPublish", "topic"],
        ["iot:Receive", "topic"],
        ["iot:Subscribe", "topicfilter"],
      ),
      condition,
      fc.boolean(),
    )
    .chain(([Effect, [Action, kind], more, not]) =>
      resource(kind as string).map((text) => ({ Effect, Action, [not && Effect === "Deny" ? "NotResource" : "Resource"]: text, ...more })),
    );

  test("every unconditional witness is what the evaluator allows under the policy as it stands", () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 2, maxLength: 7 }), (statements) => {
        const policy = policyOf(...statements);
        for (const witness of reach([policy], SCOPE).witnesses) {
          if (witness.dependsOn.length > 0) continue;
          const context = {
            clientId: witness.clientId,
            thingName: witness.thing,
            thingIsAttached: true,
            certificate: certificateOf(witness.thing),
          };
          for (const { action, resource: asked } of witness.allowedBy)
            expect(evaluateIotPolicies([policy], { action, resource: asked, context }).decision).toBe("allow");
          expect(witness.victim).not.toBe(witness.thing);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("no topic that names another device is allowed where none was found", () => {
    const levels = ["dt", "cmd", "attacker", "victim", "sensor-victim", "x"];
    const pool = levels.flatMap((a) => [a, ...levels.flatMap((b) => [`${a}/${b}`, ...levels.map((c) => `${a}/${b}/${c}`)])]);
    const topics = pool.filter(
      (topic) =>
        topic
          .split("/")
          .find((level) => /attacker|victim/.test(level))
          ?.includes("victim") === true,
    );
    fc.assert(
      fc.property(fc.array(statement, { minLength: 2, maxLength: 5 }), (statements) => {
        const policy = policyOf(CONNECT, ...statements);
        if (ways(reach([policy], SCOPE)).includes("publish-foreign publish")) return;
        const context = { clientId: "attacker", thingName: "attacker", thingIsAttached: true };
        const sensor = JSON.stringify(statements).includes("sensor-*");
        const missed = topics
          .filter((topic) => sensor || !topic.includes("sensor-"))
          .filter(
            (topic) =>
              evaluateIotPolicies([policy], { action: "iot:Publish", resource: `${P}topic/${topic}`, context }).decision === "allow",
          );
        if (evaluateIotPolicies([policy], { action: "iot:Connect", resource: `${P}client/attacker`, context }).decision === "allow")
          expect(missed).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
});

test("the scope is taken from the first resource that spells it out", () => {
  const policy = policyOf(allow("iot:Connect", "*"), allow("iot:Publish", "arn:aws-cn:iot:cn-north-1:444455556666:topic/x"));
  expect(iotPolicyScope([policy], SCOPE)).toEqual({ partition: "aws-cn", region: "cn-north-1", account: "444455556666" });
  expect(iotPolicyScope([policyOf(allow("iot:*", "*"))], SCOPE)).toBe(SCOPE);
});
