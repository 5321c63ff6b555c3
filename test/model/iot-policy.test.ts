import { describe, expect, test } from "vitest";
import { BulwarkError } from "../../model/errors.js";
import {
  authorizePublish,
  bindIotPolicies,
  evaluateIotPolicies,
  type IotAction,
  iotArn,
  type PolicyContext,
  parseIotPolicy,
} from "../../model/iot-policy/index.js";

const arn = iotArn({ region: "eu-central-1", account: "123456789012" });
const P = "arn:aws:iot:eu-central-1:123456789012:";

const device: PolicyContext = {
  clientId: "lock-1",
  thingName: "lock-1",
  thingTypeName: "lock",
  thingAttributes: { site: "berlin", room: "hall" },
  thingIsAttached: true,
  certificate: {
    id: "a1b2",
    serialNumber: "4711",
    subject: { CommonName: "lock-1", Organization: ["Example Corp", "AnyCompany"], Country: "DE" },
    issuer: { CommonName: "Factory CA" },
    subjectAlternativeName: { DNSName: "lock-1.example" },
  },
  sourceIp: "192.0.2.17",
  domainName: "iot.example.com",
};

type Effect = "allow" | "implicit-deny" | "explicit-deny";
type Statement = Record<string, unknown>;
type Row = readonly [
  name: string,
  statements: Statement | readonly Statement[],
  action: IotAction,
  resource: string,
  expected: Effect,
  context?: Partial<PolicyContext>,
];

const allow = (action: unknown, resource: unknown, condition?: unknown): Statement => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
  ...(condition === undefined ? {} : { Condition: condition }),
});
const deny = (action: unknown, resource: unknown, condition?: unknown): Statement => ({
  ...allow(action, resource, condition),
  Effect: "Deny",
});
const connectIf = (condition: unknown): Statement => allow("iot:Connect", "*", condition);
const CONNECT = arn.client("lock-1");

const rows: readonly Row[] = [
  // Actions
  ["nothing is allowed unless a statement says so", allow("iot:Connect", "*"), "iot:Publish", arn.topic("a"), "implicit-deny"],
  ["a named action on a named resource", allow("iot:Publish", `${P}topic/a/b`), "iot:Publish", arn.topic("a/b"), "allow"],
  ["an action list", allow(["iot:Connect", "iot:Publish"], "*"), "iot:Publish", arn.topic("a"), "allow"],
  ["iot:* covers all", allow("iot:*", "*"), "iot:RetainPublish", arn.topic("a"), "allow"],
  ["* covers all", allow("*", "*"), "iot:Receive", arn.topic("a"), "allow"],
  ["a wildcard inside an action name", allow("iot:*Publish", "*"), "iot:RetainPublish", arn.topic("a"), "allow"],
  ["a question mark inside an action name", allow("iot:Receiv?", "*"), "iot:Receive", arn.topic("a"), "allow"],
  ["action names in any case", allow("IOT:publish", "*"), "iot:Publish", arn.topic("a"), "allow"],
  ["iot:Publish does not carry iot:RetainPublish", allow("iot:Publish", "*"), "iot:RetainPublish", arn.topic("a"), "implicit-deny"],
  ["iot:Subscribe does not carry iot:Receive", allow("iot:Subscribe", "*"), "iot:Receive", arn.topic("a"), "implicit-deny"],
  [
    "NotAction grants the others",
    { Effect: "Allow", NotAction: "iot:Publish", Resource: "*" },
    "iot:Subscribe",
    arn.topicFilter("a"),
    "allow",
  ],
  [
    "NotAction leaves out what it names",
    { Effect: "Allow", NotAction: ["iot:Publish"], Resource: "*" },
    "iot:Publish",
    arn.topic("a"),
    "implicit-deny",
  ],
  // Resources
  ["resource names are case-sensitive", allow("iot:Publish", `${P}topic/A`), "iot:Publish", arn.topic("a"), "implicit-deny"],
  ["a topic is no topic filter", allow("iot:Subscribe", `${P}topic/a`), "iot:Subscribe", arn.topicFilter("a"), "implicit-deny"],
  [
    "another account",
    allow("iot:Publish", "arn:aws:iot:eu-central-1:999999999999:topic/a"),
    "iot:Publish",
    arn.topic("a"),
    "implicit-deny",
  ],
  ["another region", allow("iot:Publish", "arn:aws:iot:us-east-1:123456789012:topic/a"), "iot:Publish", arn.topic("a"), "implicit-deny"],
  ["a wildcard region and account", allow("iot:Publish", "arn:aws:iot:*:*:topic/a"), "iot:Publish", arn.topic("a"), "allow"],
  ["* at the end", allow("iot:Publish", `${P}topic/lock-1/*`), "iot:Publish", arn.topic("lock-1/a/b"), "allow"],
  [
    "* does not take the part before it along",
    allow("iot:Publish", `${P}topic/lock-1/*`),
    "iot:Publish",
    arn.topic("lock-1"),
    "implicit-deny",
  ],
  ["* matches nothing too", allow("iot:Publish", `${P}topic/lock-1/*`), "iot:Publish", arn.topic("lock-1/"), "allow"],
  ["* crosses topic levels", allow("iot:Publish", `${P}topic/a/*/z`), "iot:Publish", arn.topic("a/b/c/z"), "allow"],
  ["* in the middle needs the end", allow("iot:Publish", `${P}topic/a/*/z`), "iot:Publish", arn.topic("a/b/zz"), "implicit-deny"],
  ["a prefix wildcard takes neighbours in", allow("iot:Publish", `${P}topic/lock-1*`), "iot:Publish", arn.topic("lock-10/secret"), "allow"],
  ["? is one character", allow("iot:Publish", `${P}topic/room?`), "iot:Publish", arn.topic("room1"), "allow"],
  ["? is not none", allow("iot:Publish", `${P}topic/room?`), "iot:Publish", arn.topic("room"), "implicit-deny"],
  ["? is not two", allow("iot:Publish", `${P}topic/room?`), "iot:Publish", arn.topic("room12"), "implicit-deny"],
  ["? matches a level separator", allow("iot:Publish", `${P}topic/a?b`), "iot:Publish", arn.topic("a/b"), "allow"],
  [
    "+ in a policy is a plus sign",
    allow("iot:Subscribe", `${P}topicfilter/some/+/topic`),
    "iot:Subscribe",
    arn.topicFilter("some/x/topic"),
    "implicit-deny",
  ],
  [
    "a client's + matches the policy's +",
    allow("iot:Subscribe", `${P}topicfilter/some/+/topic`),
    "iot:Subscribe",
    arn.topicFilter("some/+/topic"),
    "allow",
  ],
  [
    "# in a policy is a number sign",
    allow("iot:Subscribe", `${P}topicfilter/some/#`),
    "iot:Subscribe",
    arn.topicFilter("some/x"),
    "implicit-deny",
  ],
  [
    "a policy's * lets a client's # through",
    allow("iot:Subscribe", `${P}topicfilter/some/*`),
    "iot:Subscribe",
    arn.topicFilter("some/#"),
    "allow",
  ],
  [
    "+ in a topic of a policy does not stand for a level",
    allow("iot:Receive", `${P}topic/a/+`),
    "iot:Receive",
    arn.topic("a/b"),
    "implicit-deny",
  ],
  ["several resources", allow("iot:Publish", [`${P}topic/a`, `${P}topic/b`]), "iot:Publish", arn.topic("b"), "allow"],
  [
    "NotResource grants the rest",
    { Effect: "Allow", Action: "iot:Publish", NotResource: `${P}topic/secret/*` },
    "iot:Publish",
    arn.topic("a"),
    "allow",
  ],
  [
    "NotResource leaves out what it names",
    { Effect: "Allow", Action: "iot:Publish", NotResource: `${P}topic/secret/*` },
    "iot:Publish",
    arn.topic("secret/a"),
    "implicit-deny",
  ],
  [
    "a Deny on NotResource",
    [allow("iot:*", "*"), { Effect: "Deny", Action: "iot:Publish", NotResource: `${P}topic/lock-1/*` }],
    "iot:Publish",
    arn.topic("x"),
    "explicit-deny",
  ],
  // Deny
  [
    "a Deny wins over an Allow before it",
    [allow("iot:*", "*"), deny("iot:Publish", `${P}topic/a`)],
    "iot:Publish",
    arn.topic("a"),
    "explicit-deny",
  ],
  [
    "a Deny wins over an Allow after it",
    [deny("iot:Publish", `${P}topic/a`), allow("iot:*", "*")],
    "iot:Publish",
    arn.topic("a"),
    "explicit-deny",
  ],
  ["a Deny elsewhere does not matter", [deny("iot:Publish", `${P}topic/a`), allow("iot:*", "*")], "iot:Publish", arn.topic("b"), "allow"],
  // Variables
  [
    "client/${iot:Connection.Thing.ThingName} for the thing itself",
    allow("iot:Connect", `${P}client/\${iot:Connection.Thing.ThingName}`),
    "iot:Connect",
    arn.client("lock-1"),
    "allow",
  ],
  [
    "thing variables need client id = thing name",
    allow("iot:Connect", `${P}client/\${iot:Connection.Thing.ThingName}`),
    "iot:Connect",
    arn.client("lock-2"),
    "implicit-deny",
    { clientId: "lock-2" },
  ],
  [
    "a thing's name does not resolve under another client id even on its own topics",
    allow("iot:Publish", `${P}topic/\${iot:Connection.Thing.ThingName}/*`),
    "iot:Publish",
    arn.topic("lock-1/a"),
    "implicit-deny",
    { clientId: "lock-2" },
  ],
  [
    "an exclusively attached thing may use another client id",
    allow("iot:Publish", `${P}topic/\${iot:Connection.Thing.ThingName}/*`),
    "iot:Publish",
    arn.topic("lock-1/a"),
    "allow",
    { clientId: "session-9", exclusiveThing: true },
  ],
  [
    "a certificate not attached gives no thing variables",
    allow("iot:Connect", `${P}client/\${iot:Connection.Thing.ThingName}`),
    "iot:Connect",
    arn.client("lock-1"),
    "implicit-deny",
    { thingIsAttached: false },
  ],
  [
    "the thing type",
    allow("iot:Publish", `${P}topic/\${iot:Connection.Thing.ThingTypeName}/a`),
    "iot:Publish",
    arn.topic("lock/a"),
    "allow",
  ],
  [
    "a thing attribute",
    allow("iot:Publish", `${P}topic/\${iot:Connection.Thing.Attributes[site]}/a`),
    "iot:Publish",
    arn.topic("berlin/a"),
    "allow",
  ],
  [
    "a thing attribute that is not there",
    allow("iot:Publish", `${P}topic/\${iot:Connection.Thing.Attributes[floor]}/a`),
    "iot:Publish",
    arn.topic("/a"),
    "implicit-deny",
  ],
  [
    "attribute names are case-sensitive",
    allow("iot:Publish", `${P}topic/\${iot:Connection.Thing.Attributes[Site]}/a`),
    "iot:Publish",
    arn.topic("berlin/a"),
    "implicit-deny",
  ],
  [
    "an attribute called __proto__",
    allow("iot:Publish", `${P}topic/\${iot:Connection.Thing.Attributes[__proto__]}`),
    "iot:Publish",
    arn.topic("[object Object]"),
    "implicit-deny",
  ],
  ["${iot:ClientId}", allow("iot:Publish", `${P}topic/\${iot:ClientId}/a`), "iot:Publish", arn.topic("lock-1/a"), "allow"],
  ["variable names in any case", allow("iot:Publish", `${P}topic/\${IOT:clientid}/a`), "iot:Publish", arn.topic("lock-1/a"), "allow"],
  [
    "a variable used twice",
    allow("iot:Publish", `${P}topic/\${iot:ClientId}/\${iot:ClientId}`),
    "iot:Publish",
    arn.topic("lock-1/lock-1"),
    "allow",
  ],
  [
    "the certificate's common name",
    allow("iot:Connect", `${P}client/\${iot:Certificate.Subject.CommonName}`),
    "iot:Connect",
    CONNECT,
    "allow",
  ],
  [
    "the first of several values",
    allow("iot:Publish", `${P}topic/\${iot:Certificate.Subject.Organization}`),
    "iot:Publish",
    arn.topic("Example Corp"),
    "allow",
  ],
  [
    "a value by its index",
    allow("iot:Publish", `${P}topic/\${iot:Certificate.Subject.Organization.1}`),
    "iot:Publish",
    arn.topic("AnyCompany"),
    "allow",
  ],
  [
    "an index past the end",
    allow("iot:Publish", `${P}topic/\${iot:Certificate.Subject.Organization.2}`),
    "iot:Publish",
    arn.topic("AnyCompany"),
    "implicit-deny",
  ],
  [
    "an issuer attribute",
    allow("iot:Publish", `${P}topic/\${iot:Certificate.Issuer.CommonName}`),
    "iot:Publish",
    arn.topic("Factory CA"),
    "allow",
  ],
  [
    "a subject alternative name",
    allow("iot:Publish", `${P}topic/\${iot:Certificate.Subject.AlternativeName.DNSName}`),
    "iot:Publish",
    arn.topic("lock-1.example"),
    "allow",
  ],
  [
    "the certificate's serial number",
    allow("iot:Publish", `${P}topic/\${iot:Certificate.SerialNumber}`),
    "iot:Publish",
    arn.topic("4711"),
    "allow",
  ],
  ["the certificate id", allow("iot:Publish", `${P}topic/\${iot:CertificateId}`), "iot:Publish", arn.topic("a1b2"), "allow"],
  [
    "a certificate attribute with a wildcard is not put in",
    allow("iot:Publish", `${P}topic/\${iot:Certificate.Subject.CommonName}`),
    "iot:Publish",
    arn.topic("lock-*"),
    "implicit-deny",
    { certificate: { id: "a", subject: { CommonName: "lock-*" } } },
  ],
  [
    "an unknown variable in an Allow",
    allow("iot:Publish", `${P}topic/\${iot:Nonsense}`),
    "iot:Publish",
    arn.topic("${iot:Nonsense}"),
    "implicit-deny",
  ],
  [
    "an unknown variable in a Deny",
    [allow("iot:*", "*"), deny("iot:Publish", `${P}topic/\${iot:Nonsense}/x`)],
    "iot:Publish",
    arn.topic("any/x"),
    "explicit-deny",
  ],
  ["${*} is a star, not a wildcard", allow("iot:Publish", `${P}topic/a\${*}`), "iot:Publish", arn.topic("ab"), "implicit-deny"],
  ["${*} matches a star", allow("iot:Publish", `${P}topic/a\${*}`), "iot:Publish", arn.topic("a*"), "allow"],
  ["${?} matches a question mark only", allow("iot:Publish", `${P}topic/a\${?}`), "iot:Publish", arn.topic("ab"), "implicit-deny"],
  ["${$} matches a dollar sign", allow("iot:Publish", `${P}topic/\${$}aws/x`), "iot:Publish", arn.topic("$aws/x"), "allow"],
  [
    "a lone dollar sign is itself",
    allow("iot:Publish", `${P}topic/$aws/things/\${iot:ClientId}/x`),
    "iot:Publish",
    arn.topic("$aws/things/lock-1/x"),
    "allow",
  ],
  ["an unclosed brace is itself", allow("iot:Publish", `${P}topic/\${iot:ClientId`), "iot:Publish", arn.topic("${iot:ClientId"), "allow"],
  // What a client chooses stays text
  [
    "client id * reaches only the topic *",
    allow("iot:Publish", `${P}topic/\${iot:ClientId}/a`),
    "iot:Publish",
    arn.topic("other/a"),
    "implicit-deny",
    { clientId: "*" },
  ],
  [
    "client id ? is one question mark",
    allow("iot:Publish", `${P}topic/\${iot:ClientId}/a`),
    "iot:Publish",
    arn.topic("x/a"),
    "implicit-deny",
    { clientId: "?" },
  ],
  [
    "client id + opens the filter it names, as AWS warns",
    allow("iot:Subscribe", `${P}topicfilter/my/\${iot:ClientId}/topic`),
    "iot:Subscribe",
    arn.topicFilter("my/+/topic"),
    "allow",
    { clientId: "+" },
  ],
  [
    "a client id that looks like a variable is not resolved again",
    allow("iot:Publish", `${P}topic/\${iot:ClientId}`),
    "iot:Publish",
    arn.topic("4711"),
    "implicit-deny",
    { clientId: "${iot:Certificate.SerialNumber}" },
  ],
  // Conditions
  ["Bool IsAttached when attached", connectIf({ Bool: { "iot:Connection.Thing.IsAttached": "true" } }), "iot:Connect", CONNECT, "allow"],
  [
    "Bool IsAttached as a list and a real boolean",
    connectIf({ Bool: { "iot:Connection.Thing.IsAttached": [true] } }),
    "iot:Connect",
    CONNECT,
    "allow",
  ],
  [
    "Bool IsAttached when not attached",
    connectIf({ Bool: { "iot:Connection.Thing.IsAttached": "true" } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
    { thingIsAttached: false },
  ],
  [
    "ForAnyValue IsAttached",
    connectIf({ "ForAnyValue:StringEquals": { "iot:Connection.Thing.IsAttached": ["true"] } }),
    "iot:Connect",
    CONNECT,
    "allow",
  ],
  ["StringEquals", connectIf({ StringEquals: { "iot:DomainName": "iot.example.com" } }), "iot:Connect", CONNECT, "allow"],
  [
    "StringEquals knows no wildcard",
    connectIf({ StringEquals: { "iot:DomainName": "*.example.com" } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
  ],
  ["StringLike does", connectIf({ StringLike: { "iot:DomainName": "*.example.com" } }), "iot:Connect", CONNECT, "allow"],
  [
    "StringEquals with an absent key",
    connectIf({ StringEquals: { "iot:DomainName": "a" } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
    { domainName: undefined },
  ],
  [
    "StringEqualsIfExists with an absent key",
    connectIf({ StringEqualsIfExists: { "iot:DomainName": "a" } }),
    "iot:Connect",
    CONNECT,
    "allow",
    { domainName: undefined },
  ],
  [
    "StringNotEquals with an absent key",
    connectIf({ StringNotEquals: { "iot:DomainName": "a" } }),
    "iot:Connect",
    CONNECT,
    "allow",
    { domainName: undefined },
  ],
  [
    "StringNotEquals with several values is neither",
    connectIf({ StringNotEquals: { "iot:DomainName": ["a", "iot.example.com"] } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
  ],
  ["StringNotLike", connectIf({ StringNotLike: { "iot:ClientId": "cam-*" } }), "iot:Connect", CONNECT, "allow"],
  [
    "StringEqualsIgnoreCase",
    connectIf({ StringEqualsIgnoreCase: { "iot:DomainName": "IOT.EXAMPLE.COM" } }),
    "iot:Connect",
    CONNECT,
    "allow",
  ],
  [
    "a variable in a condition value",
    connectIf({ StringEquals: { "iot:Certificate.Subject.CommonName": "${iot:ClientId}" } }),
    "iot:Connect",
    CONNECT,
    "allow",
  ],
  [
    "a variable without a value does not satisfy 'is not equal'",
    connectIf({ StringNotEquals: { "iot:ClientId": "${iot:Connection.Thing.ThingName}" } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
    { thingIsAttached: false },
  ],
  [
    "two keys are both needed",
    connectIf({ StringEquals: { "iot:DomainName": "iot.example.com", "iot:ClientId": "x" } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
  ],
  [
    "two operators are both needed",
    connectIf({ StringEquals: { "iot:ClientId": "lock-1" }, Bool: { "iot:Connection.Thing.IsAttached": "false" } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
  ],
  ["IpAddress inside", connectIf({ IpAddress: { "aws:SourceIp": "192.0.2.0/24" } }), "iot:Connect", CONNECT, "allow"],
  [
    "IpAddress outside",
    connectIf({ IpAddress: { "aws:SourceIp": ["198.51.100.0/24", "203.0.113.7"] } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
  ],
  [
    "IpAddress of a dual-stack socket",
    connectIf({ IpAddress: { "aws:SourceIp": "192.0.2.0/24" } }),
    "iot:Connect",
    CONNECT,
    "allow",
    { sourceIp: "::ffff:192.0.2.17" },
  ],
  [
    "IpAddress of version 6",
    connectIf({ IpAddress: { "aws:SourceIp": "2001:db8::/32" } }),
    "iot:Connect",
    CONNECT,
    "allow",
    { sourceIp: "2001:db8:1::9" },
  ],
  ["NotIpAddress inside", connectIf({ NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } }), "iot:Connect", CONNECT, "implicit-deny"],
  [
    "a Deny by NotIpAddress when the address is not known",
    [allow("iot:*", "*"), deny("iot:Connect", "*", { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } })],
    "iot:Connect",
    CONNECT,
    "explicit-deny",
    { sourceIp: undefined },
  ],
  [
    "ForAllValues when one value is foreign",
    connectIf({ "ForAllValues:StringEquals": { "iot:Certificate.Subject.Organization.List": ["Example Corp"] } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
  ],
  [
    "ForAllValues when all are named",
    connectIf({ "ForAllValues:StringEquals": { "iot:Certificate.Subject.Organization.List": ["Example Corp", "AnyCompany"] } }),
    "iot:Connect",
    CONNECT,
    "allow",
  ],
  [
    "ForAnyValue when one is named",
    connectIf({ "ForAnyValue:StringEquals": { "iot:Certificate.Subject.Organization.List": ["AnyCompany"] } }),
    "iot:Connect",
    CONNECT,
    "allow",
  ],
  [
    "ForAllValues over no value",
    connectIf({ "ForAllValues:StringEquals": { "iot:ConnectAttributes": ["PersistentConnect"] } }),
    "iot:Connect",
    CONNECT,
    "allow",
  ],
  [
    "a persistent session where only LastWill is granted",
    connectIf({ "ForAllValues:StringEquals": { "iot:ConnectAttributes": ["LastWill"] } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
    { connectAttributes: ["PersistentConnect"] },
  ],
  [
    "ForAnyValue over no value",
    connectIf({ "ForAnyValue:StringEquals": { "iot:ConnectAttributes": ["LastWill"] } }),
    "iot:Connect",
    CONNECT,
    "implicit-deny",
  ],
  ["Null: the key must be absent", connectIf({ Null: { "iot:DomainName": "true" } }), "iot:Connect", CONNECT, "implicit-deny"],
  ["Null: the key must be there", connectIf({ Null: { "iot:DomainName": "false" } }), "iot:Connect", CONNECT, "allow"],
  ["a numeric comparison", connectIf({ NumericLessThan: { "iot:Certificate.SerialNumber": "5000" } }), "iot:Connect", CONNECT, "allow"],
  ["a numeric comparison with text", connectIf({ NumericLessThan: { "iot:ClientId": "5000" } }), "iot:Connect", CONNECT, "implicit-deny"],
  ["an unknown operator in an Allow", connectIf({ StringSortOf: { "iot:ClientId": "lock-1" } }), "iot:Connect", CONNECT, "implicit-deny"],
  [
    "an unknown operator in a Deny",
    [allow("iot:*", "*"), deny("iot:Connect", "*", { StringSortOf: { "iot:ClientId": "x" } })],
    "iot:Connect",
    CONNECT,
    "explicit-deny",
  ],
  ["an unknown key in an Allow", connectIf({ StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }), "iot:Connect", CONNECT, "implicit-deny"],
  [
    "an unknown key in a Deny",
    [allow("iot:*", "*"), deny("iot:Connect", "*", { StringEquals: { "aws:PrincipalOrgID": "o-1" } })],
    "iot:Connect",
    CONNECT,
    "explicit-deny",
  ],
  [
    "a broken range in a Deny",
    [allow("iot:*", "*"), deny("iot:Connect", "*", { IpAddress: { "aws:SourceIp": "not-an-address" } })],
    "iot:Connect",
    CONNECT,
    "explicit-deny",
  ],
];

describe("AWS IoT policy evaluation", () => {
  test.each(
    rows.map(([name, statements, action, resource, expected, context]) => ({ name, statements, action, resource, expected, context })),
  )("$name", ({ statements, action, resource, expected, context }) => {
    const policy = parseIotPolicy({ Version: "2012-10-17", Statement: statements }, "test");
    const full = { ...device, ...context } as PolicyContext;
    expect(evaluateIotPolicies([policy], { action, resource, context: full }).decision).toBe(expected);
    expect(bindIotPolicies([policy], full)(action, resource).decision).toBe(expected);
  });

  test("covers at least sixty documented behaviours, none twice", () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
  });

  test("variables of a 2008 policy are plain text", () => {
    const policy = parseIotPolicy({ Version: "2008-10-17", Statement: allow("iot:Publish", `${P}topic/\${iot:ClientId}`) }, "old");
    expect(evaluateIotPolicies([policy], { action: "iot:Publish", resource: arn.topic("lock-1"), context: device }).decision).toBe(
      "implicit-deny",
    );
  });

  test("a Deny in one policy overrides an Allow in another, and the decision names it", () => {
    const grant = parseIotPolicy({ Version: "2012-10-17", Statement: [allow("iot:*", "*")] }, "device");
    const quarantine = parseIotPolicy({ Version: "2012-10-17", Statement: [allow("iot:Connect", "*"), deny("iot:*", "*")] }, "quarantine");
    const request = { action: "iot:Publish", resource: arn.topic("a"), context: device } as const;
    expect(evaluateIotPolicies([grant], request)).toEqual({ decision: "allow", policy: "device", statement: 0 });
    expect(evaluateIotPolicies([grant, quarantine], request)).toEqual({ decision: "explicit-deny", policy: "quarantine", statement: 1 });
  });

  test("a retained publish needs both permissions", () => {
    const topic = arn.topic("a");
    const bind = (actions: readonly string[]) =>
      bindIotPolicies([parseIotPolicy({ Version: "2012-10-17", Statement: allow(actions, topic) }, "p")], device);
    expect(authorizePublish(bind(["iot:Publish"]), topic, false).decision).toBe("allow");
    expect(authorizePublish(bind(["iot:Publish"]), topic, true).decision).toBe("implicit-deny");
    expect(authorizePublish(bind(["iot:RetainPublish"]), topic, true).decision).toBe("implicit-deny");
    expect(authorizePublish(bind(["iot:Publish", "iot:RetainPublish"]), topic, true).decision).toBe("allow");
  });

  test("what could not be read is reported with its statement", () => {
    const policy = parseIotPolicy(
      {
        Version: "2012-10-17",
        Statement: [
          allow("iot:*", "*"),
          deny("iot:*", `${P}topic/\${iot:Nonsense}`, { Foo: { "iot:ClientId": "a" }, StringEquals: { "aws:Bar": "b" } }),
        ],
      },
      "p",
    );
    expect(policy.problems).toEqual([
      { statement: 1, kind: "unknown-variable", detail: "iot:Nonsense" },
      { statement: 1, kind: "unknown-condition-operator", detail: "Foo" },
      { statement: 1, kind: "unknown-condition-key", detail: "aws:Bar" },
    ]);
  });

  test("an Allow on NotResource with an unresolved exception grants nothing", () => {
    const policy = parseIotPolicy(
      {
        Version: "2012-10-17",
        Statement: { Effect: "Allow", Action: "iot:Publish", NotResource: `${P}topic/\${iot:Connection.Thing.ThingName}/secret` },
      },
      "p",
    );
    const context = { ...device, thingIsAttached: false };
    expect(evaluateIotPolicies([policy], { action: "iot:Publish", resource: arn.topic("lock-1/secret"), context }).decision).toBe(
      "implicit-deny",
    );
  });

  test("JSON text is taken as well as an object", () => {
    const policy = parseIotPolicy(JSON.stringify({ Version: "2012-10-17", Statement: [allow("iot:Connect", "*")] }), "text");
    expect(policy.statements).toHaveLength(1);
  });

  test.each([
    ["not an object", 7, "expected an object"],
    ["broken JSON", "{", "not valid JSON"],
    ["no statement", { Version: "2012-10-17" }, "no Statement"],
    ["an empty statement list", { Version: "2012-10-17", Statement: [] }, "no Statement"],
    ["an unknown version", { Version: "2020-01-01", Statement: [allow("iot:*", "*")] }, "Version"],
    ["a lower-case effect", { Version: "2012-10-17", Statement: [{ ...allow("iot:*", "*"), Effect: "allow" }] }, "Statement[0]: Effect"],
    [
      "both Action and NotAction",
      { Version: "2012-10-17", Statement: [{ ...allow("iot:*", "*"), NotAction: "x" }] },
      "exactly one of Action and NotAction",
    ],
    [
      "no resource",
      { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "iot:*" }] },
      "exactly one of Resource and NotResource",
    ],
    ["an empty resource list", { Version: "2012-10-17", Statement: [allow("iot:*", [])] }, "Resource is empty"],
    [
      "a resource unknown before apply",
      { Version: "2012-10-17", Statement: [allow("iot:*", { $unknown: "reference", refs: [] })] },
      "known before apply",
    ],
    ["a Principal", { Version: "2012-10-17", Statement: [{ ...allow("iot:*", "*"), Principal: "*" }] }, "Principal is not an element"],
    ["a condition that is a list", { Version: "2012-10-17", Statement: [allow("iot:*", "*", [])] }, "Condition is not an object"],
  ])("%s is refused with the place and the problem", (_name, document, problem) => {
    const parse = (): unknown => parseIotPolicy(document, "aws_iot_policy.device");
    expect(parse).toThrow(BulwarkError);
    expect(parse).toThrow(problem);
    expect(parse).toThrow("aws_iot_policy.device");
  });
});
