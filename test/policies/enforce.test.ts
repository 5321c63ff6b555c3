import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AwsProvider } from "#aws/provider";
import { SqsQueue } from "#aws/sqs-queue";
import { App, LocalBackend, TerraformStack } from "#tf";
import { IotBackend } from "../../constructs/index.js";
import { BulwarkError } from "../../model/errors.js";
import { enforce } from "../../policies/enforce.js";
import { accepted, PROPS } from "../constructs/fleet.js";

const asOf = "2026-11-25";
let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "bulwark-enforce-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function synthesized(name: string, build: (stack: TerraformStack) => void): App {
  const app = new App({ outdir: join(scratch, name), stackTraces: false });
  const stack = new TerraformStack(app, "fleet");
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  new LocalBackend(stack, { path: "terraform.tfstate" });
  build(stack);
  app.synth();
  return app;
}

const openQueue = (stack: TerraformStack): void => {
  new SqsQueue(stack, "inbox", { name: "inbox", sqsManagedSseEnabled: false });
};

async function errorOf(promise: Promise<unknown>): Promise<BulwarkError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof BulwarkError) return thrown;
  throw new Error(`expected a coded error, got ${String(thrown)}`);
}

describe("enforce, after synthesis", () => {
  it("lets the backend of the constructs pass, and what it accepts", async () => {
    const report = await enforce(
      synthesized("good", (stack) => void new IotBackend(stack, "iot", PROPS)),
      { asOf },
    );
    expect(report.summary.fail).toBe(0);
    expect(report.summary.pass).toBeGreaterThan(100);
    const weaker = { ...PROPS, keyRotationDays: 730, ...accepted("kms-key-rotation") };
    const { summary } = await enforce(
      synthesized("accepted", (stack) => void new IotBackend(stack, "iot", weaker)),
      { asOf },
    );
    expect(summary.waived).toBeGreaterThan(0);
  });

  it("fails another app with construct path, rule and fix", async () => {
    const error = await errorOf(enforce(synthesized("bad", openQueue), { asOf }));
    expect(error.code).toBe("BW_ENFORCE");
    expect(error.message).toMatch(/\[Error at \/fleet\/inbox\] sqs-queue-encrypted \(\w+\): .* Fix, construct: .* Or Terraform: /);
  });

  it("heeds severity, skipped rules and waivers", async () => {
    const app = synthesized("options", openQueue);
    await expect(enforce(app, { asOf, failOn: "critical" })).resolves.toBeDefined();
    expect((await errorOf(enforce(app, { asOf, skip: ["*"] }))).code).toBe("BW_SELECTION_EMPTY");
    const { message } = await errorOf(enforce(app, { asOf }));
    const rules = [...message.matchAll(/\] ([a-z0-9-]+) \(/g)].map(([, rule]) => rule ?? "");
    await expect(enforce(app, { asOf, skip: rules })).resolves.toBeDefined();
    const waivers = join(scratch, "waivers.yaml");
    const entries = [...new Set(rules)].map(
      (rule) =>
        `  - { rule: ${rule}, address: "*", reason: "Agreed for the pilot", owner: edge, created: 2026-11-01, expires: 2026-12-31 }`,
    );
    writeFileSync(waivers, `kind: Waivers\nname: pilot\nwaivers:\n${entries.join("\n")}\n`);
    await expect(enforce(app, { asOf, waivers })).resolves.toMatchObject({ summary: { fail: 0 } });
  });

  it("counts and lists what fails, and no more", async () => {
    const { message, params } = await errorOf(enforce(synthesized("floor", openQueue), { asOf, failOn: "medium" }));
    const listed = [...message.matchAll(/\[Error at .*?\] [a-z0-9-]+ \((\w+)\)/g)].map(([, severity]) => severity);
    expect(listed.length).toBe(params.count);
    expect(listed).not.toContain("low");
  });

  it("judges stacks only, whatever lies beside them", async () => {
    const app = synthesized("assets", openQueue);
    const asset = join(app.outdir, "stacks/fleet/assets/x");
    mkdirSync(asset, { recursive: true });
    writeFileSync(join(asset, "main.tf.json"), "{ not json");
    expect((await errorOf(enforce(app, { asOf }))).code).toBe("BW_ENFORCE");
  });

  it("says so when nothing was synthesized", async () => {
    expect((await errorOf(enforce({ outdir: join(scratch, "nowhere") }))).code).toBe("BW_FOLDER_EMPTY");
  });

  it("judges by the same settings and rules of one's own as a check", async () => {
    const config = join(scratch, "bulwark.yaml");
    writeFileSync(config, "rules: { disabled: [{ rule: sqs-queue-encrypted, reason: Encrypted by the application itself. }] }\n");
    const found = (await errorOf(enforce(synthesized("plain", openQueue), { asOf }))).message;
    const less = (await errorOf(enforce(synthesized("settings", openQueue), { asOf, config }))).message;
    expect([found.includes("sqs-queue-encrypted"), less.includes("sqs-queue-encrypted")]).toEqual([true, false]);
    const absent = enforce(synthesized("own", openQueue), { asOf, policies: [join(scratch, "no-rules.tar.gz")] });
    expect((await errorOf(absent)).code).toBe("BW_FILE_NOT_FOUND");
    expect((await errorOf(enforce(synthesized("nothing", openQueue), { asOf, config: "none.yaml" }))).code).toBe("BW_FILE_NOT_FOUND");
  });
});
