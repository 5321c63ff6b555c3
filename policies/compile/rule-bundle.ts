import { z } from "zod";
import { BulwarkError, messageOf } from "../../model/errors.js";
import type { RuleMeta } from "../../model/finding.js";
import { rulesSchema } from "../../model/outputs/rules.js";
import { type FactsByRule, readBundledData, readPolicy } from "../engine/load.js";
import type { RuleSet } from "../engine/rule-set.js";
import { tar, untar } from "./tar.js";

const WASM = "rules.wasm";
const METADATA = "rules.gen.json";

/** Compiled rules as one file, named inside like the library's own. */
export function writeRuleBundle(wasm: Buffer, rules: readonly RuleMeta[]): Buffer {
  return tar(
    new Map([
      [WASM, wasm],
      [METADATA, Buffer.from(`${JSON.stringify(rules, null, 1)}\n`)],
    ]),
  );
}

/**
 * @param data what the rules see as `data`: the baseline and the dates of services that ended
 * @throws BulwarkError BW_CUSTOM_RULES for an archive, a wasm module or metadata that cannot be used
 */
export function readRuleBundle(archive: Buffer, path: string, data: object = readBundledData()): RuleSet {
  const refused = (problem: string) => new BulwarkError("BW_CUSTOM_RULES", { path, problem });
  const files = read(archive, refused);
  const [wasm, metadata] = [files.get(WASM), files.get(METADATA)];
  if (wasm === undefined || metadata === undefined) throw refused(`holds no ${wasm === undefined ? WASM : METADATA}`);
  const rules = metadataOf(metadata, refused);
  const policy = orRefuse(() => readPolicy(wasm, data), refused);
  const known = orRefuse(() => policy.evaluate('{"asOf":"2000-01-01","resources":{}}'), refused);
  const silent = rules.find(({ id }) => known[id] === undefined);
  if (silent !== undefined) throw refused(`rule ${silent.id} defines no set called findings, so it could never find anything`);
  return {
    path,
    rules,
    policy: {
      ...policy,
      evaluate: (input) =>
        checked(
          orRefuse(() => policy.evaluate(input), refused),
          rules,
          refused,
        ),
    },
  };
}

/** Rego has no types: what a rule returns is looked at before the engine builds on it. */
const factList = z.array(
  z.strictObject({
    address: z.string(),
    verdict: z.enum(["fail", "unknown", "not-applicable"]),
    path: z.string(),
    actual: z.json().optional(),
    reason: z.string().min(1),
    detail: z.string().optional(),
    related: z.array(z.string()).optional(),
  }),
);

function checked(facts: FactsByRule, rules: readonly RuleMeta[], refused: Refused): FactsByRule {
  for (const { id } of rules) {
    const parsed = factList.safeParse(facts[id] ?? []);
    if (!parsed.success) throw refused(`rule ${id}: a finding that is no fact: ${oneLine(parsed.error)}`);
  }
  return facts;
}

const oneLine = (error: z.ZodError): string => z.prettifyError(error).replace(/\s+/g, " ");

type Refused = (problem: string) => BulwarkError;

function read(archive: Buffer, refused: Refused): ReadonlyMap<string, Buffer> {
  try {
    return untar(archive);
  } catch (thrown) {
    throw refused(`is no bundle (.tar.gz): ${messageOf(thrown)}`);
  }
}

function metadataOf(text: Buffer, refused: Refused): readonly RuleMeta[] {
  let value: unknown;
  try {
    value = JSON.parse(text.toString("utf8"));
  } catch (thrown) {
    throw refused(`${METADATA}: ${messageOf(thrown)}`);
  }
  const parsed = rulesSchema.safeParse(value);
  if (!parsed.success) throw refused(`${METADATA}: ${oneLine(parsed.error)}`);
  if (parsed.data.length === 0) throw refused(`${METADATA}: holds no rule`);
  const twice = parsed.data.find(({ id }, at) => parsed.data.findIndex((other) => other.id === id) !== at);
  if (twice !== undefined) throw refused(`${METADATA}: a second rule ${twice.id}`);
  return parsed.data as readonly RuleMeta[];
}

function orRefuse<T>(action: () => T, refused: Refused): T {
  try {
    return action();
  } catch (thrown) {
    throw refused(messageOf(thrown));
  }
}
