import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SynthStack } from "../support/synth-stack.js";
import { constructExamples, GOLDEN, ONCE_AN_ACCOUNT, synthExample } from "./construct-examples.js";
import { judgeStack } from "./judge-stack.js";

const examples = await constructExamples();
const isOnceAnAccount = (line: string): boolean => Object.keys(ONCE_AN_ACCOUNT).some((rule) => line.startsWith(`${rule} `));
/** Rules that failed for a construct that stands alone. */
const standAlone = new Set<string>();

/** The stack without what changes with every edit of a handler and with every version of the CDK. */
function golden({ text }: Pick<SynthStack, "text">): string {
  const stack = JSON.parse(text) as { "//": { metadata: Record<string, unknown> }; terraform: Record<string, unknown> };
  const { version: _, ...metadata } = stack["//"].metadata;
  const { required_providers: __, ...terraform } = stack.terraform;
  return `${JSON.stringify({ ...stack, "//": { ...stack["//"], metadata }, terraform }, null, 2)}\n`
    .replace(/(assets\/[^"/]+)\/[0-9A-F]{32}\//g, "$1/HASH/")
    .replace(/"(source_hash|source_code_hash)": "[^"]+"/g, '"$1": "HASH"');
}

describe.each(examples)("the example of $name", (each) => {
  const stack = synthExample(each);

  it("synthesizes to the committed stack (else run: npx vitest run test/constructs/golden.test.ts -u)", async () => {
    await expect(golden(stack)).toMatchFileSnapshot(join(GOLDEN, `${each.name}.json`));
  });

  it("passes every rule but those on what an account has once; what cannot be decided is listed beside it with the reason", async () => {
    const { results, summary } = await judgeStack(stack.text);
    const failed = results.filter(({ verdict }) => verdict === "fail").map(({ rule, address }) => `${rule} ${address}`);
    expect(failed.filter((line) => !isOnceAnAccount(line))).toEqual([]);
    for (const line of failed) standAlone.add(line.split(" ")[0] ?? line);
    // The whole backend makes these as well.
    if (each.name === "iot-backend") expect(failed).toEqual([]);
    const unknown = results.filter(({ verdict }) => verdict === "unknown").map(({ rule }) => rule);
    expect([...new Set(unknown)].sort()).toEqual(Object.keys(each.unknown).sort());
    expect(summary.pass).toBeGreaterThan(0);
  });
});

it("the comparison leaves out hashes and the version of the CDK, and nothing else", () => {
  const [example] = examples.filter(({ name }) => name === "base/node-function");
  if (!example) throw new Error("no example of NodeFunction");
  const { text } = synthExample(example);
  const changed = (from: RegExp, to: string): string => {
    expect(text).toMatch(from);
    return golden({ text: text.replace(from, to) });
  };
  expect(changed(/"source_hash": "[^"]+"/, '"source_hash": "other code"')).toBe(golden({ text }));
  expect(changed(/"version": "0[^"]+"/, '"version": "9.9.9"')).toBe(golden({ text }));
  expect(changed(/"enable_key_rotation": true/, '"enable_key_rotation": false')).not.toBe(golden({ text }));
  expect(changed(/\\"Action\\":\\"sqs:\*\\"/, '\\"Action\\":\\"sqs:SendMessage\\"')).not.toBe(golden({ text }));
});

it("what an account has once is said of constructs that stand alone, or the list of it is idle", () => {
  expect([...standAlone].sort()).toEqual(Object.keys(ONCE_AN_ACCOUNT).sort());
});
