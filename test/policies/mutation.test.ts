import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkPaths } from "../../policies/index.js";
import { BACKEND_MUTATIONS } from "./backend-mutations/index.js";
import type { Block, Stack } from "./mutations.js";

const FIXTURE = new URL("../fixtures/synth/smart-home.cdk.tf.json", import.meta.url);
const AS_OF = "2026-11-25";

const scratch = mkdtempSync(join(tmpdir(), "bulwark-mutation-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const baseText = readFileSync(FIXTURE, "utf8");
const base = JSON.parse(baseText) as Stack;

describe("smart home with its secure defaults", () => {
  it("has neither a finding nor an unknown", async () => {
    expect(await judge(baseText)).toEqual([]);
  });
});

describe("each secure default switched off turns exactly its rule red", () => {
  it.each(BACKEND_MUTATIONS)("$off -> $rule", async (mutation) => {
    const stack = structuredClone(base);
    mutation.change(find(stack, mutation).resource, stack);
    const expected = find(base, mutation.fails ?? mutation);
    expect(await judge(JSON.stringify(stack))).toEqual([`fail ${mutation.rule} ${expected.address}`]);
  });
});

function find(
  stack: Stack,
  { type, path }: { readonly type: string; readonly path: string },
): { readonly address: string; readonly resource: Block } {
  const found = Object.entries(stack.resource[type] ?? {}).filter(([, resource]) => pathOf(resource).endsWith(`/${path}`));
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(
      `${found.length} resources of ${type} at ${path}; there are: ${Object.values(stack.resource[type] ?? {})
        .map(pathOf)
        .join(", ")}`,
    );
  return { address: `${type}.${first[0]}`, resource: first[1] };
}

const pathOf = (resource: Block): string => String((resource["//"] as { metadata?: { path?: string } } | undefined)?.metadata?.path);

/** "VERDICT RULE ADDRESS" of all that does not pass, one line for each rule and address. */
async function judge(text: string): Promise<readonly string[]> {
  const file = join(scratch, "cdk.tf.json");
  writeFileSync(file, text);
  const { report } = await checkPaths([file], { asOf: AS_OF });
  return [...new Set(report.results.map(({ verdict, rule, address }) => `${verdict} ${rule} ${address}`))];
}
