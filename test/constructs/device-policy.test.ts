import { beforeAll, describe, expect, it } from "vitest";
import { bindIotPolicies, type IotAction, type IotAuthorizer, parseIotPolicy } from "../../model/iot-policy/index.js";
import type { SynthStack } from "../support/synth-stack.js";
import { synthFleet } from "./fleet.js";

const ARN = "arn:aws:iot:eu-west-1:111122223333:";
const RESERVED = "$aws/things/acme-1";

let stack: SynthStack;
beforeAll(() => {
  stack = synthFleet();
});

/** The policy as AWS receives it: Terraform turns `$${` into `${`. */
const policy = (name: string): string =>
  String(stack.ofType("aws_iot_policy").find(({ values }) => values.name === name)?.values.policy).replaceAll("$${", "${");

const device = (...names: readonly string[]): IotAuthorizer =>
  bindIotPolicies(
    names.map((name) => parseIotPolicy(policy(name), name)),
    { clientId: "acme-1", thingName: "acme-1", thingIsAttached: true },
  );

const decide = (authorizer: IotAuthorizer, action: string, resource: string): string =>
  authorizer(action as IotAction, ARN + resource).decision;

describe("the device policy", () => {
  it.each([
    ["iot:Connect", "client/acme-1"],
    ["iot:Publish", "topic/dt/acme/acme-1/telemetry"],
    ["iot:Subscribe", "topicfilter/cmd/acme/acme-1/#"],
    ["iot:Receive", "topic/cmd/acme/acme-1/reboot"],
    ["iot:Publish", `topic/${RESERVED}/jobs/start-next`],
    ["iot:Subscribe", `topicfilter/${RESERVED}/jobs/notify-next`],
    ["iot:Receive", `topic/${RESERVED}/jobs/notify-next`],
    ["iot:Publish", `topic/${RESERVED}/streams/fw/get/json`],
    ["iot:Receive", `topic/${RESERVED}/streams/fw/data/json`],
    ["iot:Publish", `topic/${RESERVED}/shadow/update`],
    ["iot:Publish", `topic/${RESERVED}/defender/metrics/json`],
    ["iot:Receive", `topic/${RESERVED}/defender/metrics/json/accepted`],
  ])("lets a device %s on its own %s", (action, resource) => {
    expect(decide(device("acme-device"), action, resource)).toBe("allow");
  });

  it.each([
    ["iot:Connect", "client/acme-2"],
    ["iot:Publish", "topic/dt/acme/acme-2/telemetry"],
    ["iot:Publish", "topic/cmd/acme/acme-2/unlock"],
    ["iot:Publish", "topic/cmd/acme/acme-1/unlock"],
    ["iot:Subscribe", "topicfilter/#"],
    ["iot:Subscribe", "topicfilter/dt/acme/+/telemetry"],
    ["iot:Subscribe", "topicfilter/cmd/acme/+/#"],
    ["iot:Subscribe", "topicfilter/$aws/things/+/jobs/notify"],
    ["iot:Receive", "topic/dt/acme/acme-2/telemetry"],
    ["iot:Receive", "topic/dt/acme/acme-1/telemetry"],
    ["iot:Publish", "topic/$aws/things/acme-2/shadow/update"],
    ["iot:Publish", "topic/$aws/certificates/create/json"],
    ["iot:RetainPublish", "topic/dt/acme/acme-1/telemetry"],
  ])("does not let a device %s on %s", (action, resource) => {
    expect(decide(device("acme-device"), action, resource)).not.toBe("allow");
  });

  it("gives nothing to a certificate that no thing is attached to", () => {
    const stranger = bindIotPolicies([parseIotPolicy(policy("acme-device"), "device")], { clientId: "acme-1", thingIsAttached: false });
    expect(decide(stranger, "iot:Connect", "client/acme-1")).not.toBe("allow");
    expect(decide(stranger, "iot:Publish", "topic/dt/acme/acme-1/telemetry")).not.toBe("allow");
  });

  it("is outweighed in quarantine by an explicit deny", () => {
    const quarantined = device("acme-device", "acme-quarantine");
    expect(decide(quarantined, "iot:Connect", "client/acme-1")).toBe("explicit-deny");
    expect(decide(quarantined, "iot:Publish", "topic/dt/acme/acme-1/telemetry")).toBe("explicit-deny");
  });

  it("fits the 2,048 characters AWS IoT takes, with the longest product name and region", () => {
    expect(() => synthFleet({ product: "a-twenty-letter-name", region: "ap-southeast-1" })).not.toThrow();
    expect(policy("acme-device").length).toBeLessThanOrEqual(2048);
  });
});

describe("the claim policy", () => {
  const claim = (): IotAuthorizer =>
    bindIotPolicies([parseIotPolicy(policy("acme-claim"), "claim")], { clientId: "claim-acme-9", thingIsAttached: false });

  it.each([
    ["iot:Connect", "client/claim-acme-9"],
    ["iot:Publish", "topic/$aws/certificates/create-from-csr/json"],
    ["iot:Subscribe", "topicfilter/$aws/certificates/create-from-csr/json/accepted"],
    ["iot:Publish", "topic/$aws/provisioning-templates/acme-by-claim/provision/json"],
    ["iot:Receive", "topic/$aws/provisioning-templates/acme-by-claim/provision/json/rejected"],
  ])("lets a claim %s %s", (action, resource) => {
    expect(decide(claim(), action, resource)).toBe("allow");
  });

  it.each([
    ["iot:Connect", "client/acme-1"],
    ["iot:Publish", "topic/$aws/certificates/create/json"],
    ["iot:Publish", "topic/$aws/provisioning-templates/other/provision/json"],
    ["iot:Publish", "topic/dt/acme/acme-1/telemetry"],
  ])("does not let a claim %s %s", (action, resource) => {
    expect(decide(claim(), action, resource)).not.toBe("allow");
  });
});
