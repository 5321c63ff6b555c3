import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { IndustrialGatewayStack } from "../../examples/industrial-gateway/stack.js";
import type { CheckReport } from "../../model/finding.js";
import { checkPaths } from "../../policies/index.js";
import { type SynthStack, synthApp } from "../support/synth-stack.js";

const AS_OF = "2026-11-25";
const scratch = mkdtempSync(join(tmpdir(), "bulwark-examples-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function judged(stack: SynthStack, ...beside: readonly string[]): Promise<CheckReport> {
  const path = join(scratch, "cdk.tf.json");
  writeFileSync(path, stack.text);
  return (await checkPaths([path, ...beside], { asOf: AS_OF, all: true })).report;
}

describe("the industrial gateway", () => {
  const stack = synthApp((app) => new IndustrialGatewayStack(app, "industrial-gateway"));

  it("passes every rule together with its dossier, with nothing unknown and nothing waived", async () => {
    const { summary, results } = await judged(stack, "examples/industrial-gateway/dossier");
    expect(results.filter(({ verdict }) => ["fail", "unknown", "waived"].includes(verdict))).toEqual([]);
    expect(summary.pass).toBeGreaterThan(1000);
  });

  it("makes a thing of each gateway its own CA vouches for, and of nobody who holds a claim", () => {
    const [ca] = stack.ofType("aws_iot_ca_certificate");
    expect(ca?.values).toMatchObject({ active: true, allow_auto_registration: true });
    expect(stack.get("aws_iot_provisioning_template", "fleet/device-ca/template").values).toMatchObject({ type: "JITP", enabled: true });
    expect(stack.get("aws_iot_provisioning_template", "fleet/provisioning/template").values.enabled).toBe(false);
    expect(stack.text).not.toContain("PRIVATE KEY");
  });

  it("patches gateways every week, and keeps no consents where there is no consumer", () => {
    expect(stack.ofType("aws_ssm_patch_baseline").map(({ values }) => values.operating_system)).toEqual(["ROCKY_LINUX"]);
    expect(stack.ofType("aws_ssm_maintenance_window").map(({ values }) => values.schedule_timezone)).toEqual(["Europe/Berlin"]);
    expect(stack.resources.filter(({ path }) => path.startsWith("fleet/privacy"))).toEqual([]);
    expect(stack.ofType("aws_guardduty_detector")).toEqual([]);
  });
});
