import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPaths } from "../../policies/index.js";
import type { Block, Mutation, Stack } from "../policies/mutations.js";
import { AS_OF, synthFleet } from "./fleet.js";
import { OPERATE_MUTATIONS } from "./operate-mutations.js";

const scratch = mkdtempSync(join(tmpdir(), "bulwark-operate-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let base: Stack;
beforeAll(() => {
  base = JSON.parse(synthFleet({ operations: { gateways: {}, images: ["bridge"] } }).text) as Stack;
}, 30_000);

/** "VERDICT RULE ADDRESS" of all that does not pass, one line for each rule and address. */
async function judge(stack: Stack): Promise<readonly string[]> {
  const file = join(scratch, "cdk.tf.json");
  writeFileSync(file, JSON.stringify(stack));
  const { report } = await checkPaths([file], { asOf: AS_OF });
  return [...new Set(report.results.map(({ verdict, rule, address }) => `${verdict} ${rule} ${address}`))];
}

const pathOf = (resource: Block): string => String((resource["//"] as { metadata?: { path?: string } } | undefined)?.metadata?.path);

function find(stack: Stack, { type, path }: Pick<Mutation, "type" | "path">): { readonly address: string; readonly resource: Block } {
  const found = Object.entries(stack.resource[type] ?? {}).filter(([, resource]) => pathOf(resource).endsWith(`/${path}`));
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} resources of ${type} at ${path}`);
  return { address: `${type}.${first[0]}`, resource: first[1] };
}

describe("operations and privacy with all their parts", () => {
  it("have neither a finding nor an unknown", async () => {
    expect(await judge(base)).toEqual([]);
  });

  it.each(OPERATE_MUTATIONS)("$off, switched off, turns $rule red and nothing else", async (mutation) => {
    const stack = structuredClone(base);
    mutation.change(find(stack, mutation).resource, stack);
    const expected = find(base, mutation.fails ?? mutation);
    expect(await judge(stack)).toEqual([`fail ${mutation.rule} ${expected.address}`]);
  });
});
