import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPaths } from "../../policies/index.js";
import type { Block, Mutation, Stack } from "../policies/mutations.js";
import { AS_OF, synthFleet } from "./fleet.js";
import { RESPOND_MUTATIONS } from "./respond-mutations.js";

const scratch = mkdtempSync(join(tmpdir(), "bulwark-respond-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let base: Stack;
beforeAll(() => {
  base = JSON.parse(synthFleet({ operations: "none", privacy: "none" }).text) as Stack;
}, 30_000);

async function judge(stack: Stack): Promise<readonly string[]> {
  const file = join(scratch, "cdk.tf.json");
  writeFileSync(file, JSON.stringify(stack));
  const { report } = await checkPaths([file], { asOf: AS_OF });
  return [...new Set(report.results.map(({ verdict, rule, address }) => `${verdict} ${rule} ${address}`))];
}

function find(stack: Stack, { type, path }: Pick<Mutation, "type" | "path">): { readonly address: string; readonly resource: Block } {
  const found = Object.entries(stack.resource[type] ?? {}).filter(([, resource]) =>
    String((resource["//"] as { metadata?: { path?: string } } | undefined)?.metadata?.path).endsWith(`/${path}`),
  );
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} resources of ${type} at ${path}`);
  return { address: `${type}.${first[0]}`, resource: first[1] };
}

describe("detection and response", () => {
  it.each(RESPOND_MUTATIONS)("$off, switched off, turns $rule red and nothing else", async (mutation) => {
    const before = await judge(base);
    const stack = structuredClone(base);
    mutation.change(find(stack, mutation).resource, stack);
    const added = (await judge(stack)).filter((line) => !before.includes(line));
    expect(added).toEqual([`fail ${mutation.rule} ${find(base, mutation).address}`]);
  });
});
