import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { planStack } from "../../cli/terraform.js";
import { findTerraform } from "../support/terraform.js";

const STACK = "test/fixtures/synth/smart-home.cdk.tf.json";
const terraform = findTerraform("the real plan of bulwark run --plan");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bulwark-plan-test-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A provider installation that can be had nowhere. */
function emptyMirror(): string {
  const path = join(folder, "terraform.rc");
  writeFileSync(path, `provider_installation {\n  filesystem_mirror {\n    path = "${folder}"\n  }\n}\n`);
  return path;
}

describe("a real plan on the side", () => {
  it("says so when neither Terraform nor OpenTofu is there", async () => {
    vi.stubEnv("PATH", folder);
    expect(await planStack(STACK)).toEqual({ ok: false, why: "neither terraform nor tofu is on the PATH" });
  });

  it.runIf(terraform !== undefined)("says why when the provider cannot be had, within 20 seconds", async () => {
    vi.stubEnv("TF_CLI_CONFIG_FILE", emptyMirror());
    const started = Date.now();
    const outcome = await planStack(STACK);
    expect(outcome).toMatchObject({ ok: false, why: expect.stringMatching(/init failed: .*hashicorp\/aws/) });
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});
