import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AwsEmulator, hasAwsEmulator, startAwsEmulator } from "../support/aws-emulator.js";
import { type BreakingProxy, startBreakingProxy } from "../support/broken-connection.js";
import { EmulatedStack } from "../support/emulated-stack.js";
import { findTerraform } from "../support/terraform.js";

const WHAT = "a broken connection while Terraform applies";
const terraform = findTerraform(WHAT);
const able = hasAwsEmulator(WHAT) && terraform !== undefined;

const ASSUMED = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const STACK = {
  terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } },
  provider: { aws: [{ region: "eu-west-1" }] },
  resource: {
    aws_iam_role: { device: { name: "device", assume_role_policy: ASSUMED } },
    aws_iam_instance_profile: { device: { name: "device", role: "${aws_iam_role.device.name}" } },
    aws_accessanalyzer_analyzer: {
      alone: { analyzer_name: "alone" },
      held_up: { analyzer_name: "held-up", tags: { role: "${aws_iam_role.device.name}" } },
    },
  },
};

describe.runIf(able)("a stack whose connection breaks while a resource is made", () => {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-broken-"));
  let emulator: AwsEmulator;
  let proxy: BreakingProxy;

  beforeAll(async () => {
    emulator = await startAwsEmulator();
    proxy = await startBreakingProxy(emulator.url, "Action=CreateRole");
  }, 60_000);

  afterAll(() => {
    proxy?.stop();
    emulator?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is made in a second try, with all that waited for that resource", { timeout: 120_000 }, async () => {
    if (terraform === undefined) throw new Error("terraform is absent");
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(STACK));
    const stack = new EmulatedStack(folder, terraform, proxy.url);
    await stack.init();
    const failures = await stack.apply(new Set(["aws_accessanalyzer_analyzer"]));
    expect(proxy.asked()).toBe(2);
    expect([...failures.keys()].sort()).toEqual(["aws_accessanalyzer_analyzer.alone", "aws_accessanalyzer_analyzer.held_up"]);
    expect([...(await stack.state())].sort()).toEqual(["aws_iam_instance_profile.device", "aws_iam_role.device"]);
  });
});
