import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { BulwarkError } from "../../model/errors.js";
import { checkPaths } from "../../policies/index.js";
import { liftInputs } from "../../policies/lift/index.js";
import { checkPretty } from "../../report/check-pretty.js";

const FIXTURES = join(import.meta.dirname, "../fixtures");
const STATE = join(FIXTURES, "lift/state/state.json");
const PLAN = join(FIXTURES, "lift/expansion/plan.json");
const settings = { asOf: "2026-11-25", all: true };

const scratch = mkdtempSync(join(tmpdir(), "bulwark-state-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function changed(source: string, change: (json: Record<string, unknown>) => void): string {
  const json = JSON.parse(readFileSync(source, "utf8")) as Record<string, unknown>;
  change(json);
  const path = join(scratch, "input.json");
  writeFileSync(path, JSON.stringify(json));
  return path;
}

async function errorOf(path: string): Promise<BulwarkError> {
  try {
    await liftInputs([path]);
  } catch (thrown) {
    if (thrown instanceof BulwarkError) return thrown;
    throw thrown;
  }
  throw new Error(`${path} was accepted`);
}

describe("a state, as terraform show -json prints it", () => {
  it("is lifted without losing a resource, what a replacement left over said aside", async () => {
    const [state] = await liftInputs([STATE]);
    expect(state?.kind).toBe("state");
    expect(state?.resources.map(({ address }) => address)).toEqual([
      "aws_cloudformation_stack.jobs",
      "aws_cloudformation_stack.jobs#Firmware",
      "aws_s3_bucket.firmware",
      "aws_s3_bucket_versioning.firmware",
      "aws_sqs_queue.failed",
      'module.site["eu.1"].aws_sqs_queue.work["a.b\\"c"]',
    ]);
    expect(state?.resourcesInInput).toBe(6);
    expect(state?.notes).toEqual(["aws_sqs_queue.failed has an object left over from a replacement (0a1b2c3d): it is not judged"]);
    expect(state?.resources.find(({ address }) => address === "aws_sqs_queue.failed")?.values.name).toBe("failed");
  });

  it("takes the empty text a provider keeps for an attribute that nobody set as absent, a tag's empty text not", async () => {
    const path = changed(STATE, (json) => {
      const resources = (json.values as { root_module: { resources: { address: string; values: Record<string, unknown> }[] } }).root_module
        .resources;
      const queue = resources.find(({ address }) => address === "aws_sqs_queue.failed");
      if (queue === undefined) throw new Error("no queue");
      queue.values = { ...queue.values, policy: "", tags: { note: "" } };
    });
    const [state] = await liftInputs([path]);
    const values = state?.resources.find(({ address }) => address === "aws_sqs_queue.failed")?.values;
    expect(values).not.toHaveProperty("policy");
    expect(values?.tags).toEqual({ note: "" });
  });

  it("is judged: companions are found by name, and nothing is unknown", async () => {
    const { report } = await checkPaths([STATE], settings);
    const verdict = (rule: string, address: string) =>
      report.results.find((result) => result.rule === rule && result.address === address)?.verdict;
    expect(verdict("s3-bucket-versioned", "aws_s3_bucket.firmware")).toBe("pass");
    expect(verdict("s3-bucket-customer-key", "aws_s3_bucket.firmware")).toBe("fail");
    expect(verdict("sqs-queue-encrypted", 'module.site["eu.1"].aws_sqs_queue.work["a.b\\"c"]')).toBe("fail");
    expect(verdict("iot-job-abort", "aws_cloudformation_stack.jobs#Firmware")).toBe("fail");
    expect(report.summary.unknown).toBe(0);
  });

  it("shows its notes to a reader of the terminal", async () => {
    const { report } = await checkPaths([STATE], settings);
    expect(checkPretty(report)).toMatch(/^note {2}aws_sqs_queue\.failed has an object left over/m);
  });

  it("knows where each resource stands in the text", async () => {
    const text = readFileSync(STATE, "utf8");
    const [state] = await liftInputs([STATE]);
    for (const { address, location } of state?.resources ?? []) {
      const own = address.split("#")[0] ?? "";
      expect(text.slice(location.column - 1, location.column + own.length + 40), address).toContain(JSON.stringify(own));
    }
  });

  it.each([
    [
      "an address that occurs twice",
      (json: Record<string, unknown>) => {
        const root = (json.values as { root_module: { resources: unknown[] } }).root_module;
        root.resources.push(root.resources[0]);
      },
    ],
    [
      "a format of another major version",
      (json: Record<string, unknown>) => {
        json.format_version = "2.0";
      },
    ],
    [
      "a resource without a type",
      (json: Record<string, unknown>) => {
        const root = (json.values as { root_module: { resources: Record<string, unknown>[] } }).root_module;
        delete root.resources[0]?.type;
      },
    ],
  ])("with %s is refused", async (_, change) => {
    expect((await errorOf(changed(STATE, change))).code).toBe("BW_STATE_FORMAT");
  });

  it("that is the file Terraform keeps for itself is refused by name", async () => {
    const error = await errorOf(join(FIXTURES, "lift/state/terraform.tfstate"));
    expect(error.code).toBe("BW_STATE_FORMAT");
    expect(error.message).toContain("the state file itself");
  });
});

describe("a plan of OpenTofu", () => {
  // What `tofu show -json` writes differs in the versions it names and in its registry. Source: opentofu.org/docs/internals/json-format
  const path = () =>
    changed(PLAN, (json) => {
      const text = JSON.stringify(json).replaceAll("registry.terraform.io", "registry.opentofu.org");
      Object.assign(json, JSON.parse(text), { format_version: "1.2", terraform_version: "1.10.6" });
    });

  it("gets the verdicts of the same plan of Terraform", async () => {
    const verdicts = async (file: string) =>
      (await checkPaths([file], settings)).report.results.map(({ rule, address, verdict, actual }) => [
        rule,
        // The address of a provider holds its registry.
        address.replace("registry.opentofu.org", "registry.terraform.io"),
        verdict,
        actual,
      ]);
    expect(await verdicts(path())).toEqual(await verdicts(PLAN));
  });
});
