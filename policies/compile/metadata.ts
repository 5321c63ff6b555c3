import { basename, dirname } from "node:path";
import { z } from "zod";
import type { BulwarkError } from "../../model/errors.js";
import { type RuleMeta, SEVERITIES } from "../../model/finding.js";
import { fixesOf } from "../../model/fix.js";
import { isObligationId } from "../../model/obligations/catalogue.js";
import { opa, type Purpose } from "./opa.js";

const text = z.string().trim().min(1);
const idList = z.array(text);

/** Groups of the listing, and the folders of the library. */
export const DOMAINS = [
  "encryption",
  "identity",
  "logging",
  "patching",
  "network",
  "data",
  "resilience",
  "transport",
  "process",
  "documents",
] as const;

/** The allow-list of a rule's `# METADATA` block: a key that is not here fails the build, so a typing error cannot drop a field in silence. */
const annotation = z.strictObject({
  scope: z.literal("package"),
  title: text,
  description: text,
  related_resources: z.array(z.strictObject({ ref: z.url(), description: text.optional() })).min(1),
  custom: z.strictObject({
    severity: z.enum(SEVERITIES),
    domain: z.enum(DOMAINS),
    resource_types: z.array(text).min(1),
    obligations: idList,
    equivalents: z.strictObject({
      checkov: idList,
      trivy: idList,
      kics: idList,
      cdk_nag: idList,
      security_hub: idList,
      regula: idList.default([]),
    }),
    expected: text,
    fix: z
      .strictObject({ terraform: text.optional(), construct: text.optional(), document: text.optional() })
      .refine((fix) => fixesOf(fix).length > 0, "needs terraform, construct or document"),
    since: z.string().regex(/^\d+\.\d+\.\d+$/),
  }),
});

interface Inspected {
  readonly annotations?: readonly {
    readonly annotations: unknown;
    readonly location: { readonly file: string };
    readonly path?: readonly { readonly value: string }[];
  }[];
}

const RULE_PACKAGE = ["data", "bulwark", "rules"] as const;

export interface Sources {
  /** Folder of Rego, relative to `cwd`. */
  readonly folder: string;
  readonly cwd: string;
  /** A rule of the library serves an obligation; one of a platform team may serve only the team. */
  readonly needsObligation: boolean;
  readonly purpose: Purpose;
}

/** Reads the metadata of every rule from its source. @throws what the purpose says, naming the file and the field. */
export function readRules(sources: Sources): readonly RuleMeta[] {
  const { folder, cwd, purpose } = sources;
  const inspected = JSON.parse(opa(["inspect", "-a", "-f", "json", folder], cwd, purpose)) as Inspected & {
    readonly namespaces: Readonly<Record<string, readonly string[]>>;
  };
  const broken: Broken = (file, problem) => purpose.refused(`${file}: ${problem}`);
  const rules = new Map<string, RuleMeta>();
  for (const entry of inspected.annotations ?? []) {
    const path = (entry.path ?? []).map((step) => step.value);
    if (path.length !== 4 || RULE_PACKAGE.some((part, at) => path[at] !== part)) continue;
    const rule = ruleOf(entry.annotations, entry.location.file, path[3] as string, sources.needsObligation, broken);
    if (rules.has(rule.id)) throw broken(entry.location.file, `a second rule ${rule.id}`);
    rules.set(rule.id, rule);
  }
  refuseUndescribed(inspected.namespaces, rules, broken);
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Broken = (file: string, problem: string) => BulwarkError;

function refuseUndescribed(
  namespaces: Readonly<Record<string, readonly string[]>>,
  rules: ReadonlyMap<string, RuleMeta>,
  broken: Broken,
): void {
  for (const [namespace, files] of Object.entries(namespaces)) {
    const id = namespace.startsWith("data.bulwark.rules.") ? namespace.slice("data.bulwark.rules.".length).replaceAll("_", "-") : undefined;
    if (id !== undefined && !rules.has(id)) throw broken(files[0] ?? namespace, "no # METADATA block at the package");
  }
}

function ruleOf(given: unknown, file: string, packageName: string, needsObligation: boolean, broken: Broken): RuleMeta {
  const parsed = annotation.safeParse(given);
  if (!parsed.success)
    throw broken(file, parsed.error.issues.map((issue) => `${issue.path.join(".") || "METADATA"}: ${issue.message}`).join("; "));
  const { title, description, related_resources, custom } = parsed.data;
  const id = packageName.replaceAll("_", "-");
  if (basename(dirname(file)) !== id) throw broken(file, `the folder should be called ${id}, like the package`);
  if (needsObligation && custom.obligations.length === 0) throw broken(file, "custom.obligations: names none");
  const stray = custom.obligations.filter((obligation) => !isObligationId(obligation));
  if (stray.length > 0) throw broken(file, `custom.obligations: ${stray.join(", ")} not in the catalogue of obligations`);
  const { checkov, trivy, kics, cdk_nag, security_hub, regula } = custom.equivalents;
  return {
    id,
    title,
    description,
    severity: custom.severity,
    domain: custom.domain,
    resourceTypes: custom.resource_types,
    obligations: custom.obligations,
    equivalents: { checkov, trivy, kics, cdkNag: cdk_nag, securityHub: security_hub, regula },
    expected: custom.expected,
    fix: Object.fromEntries(fixesOf(custom.fix).map(({ key, text }) => [key, text])),
    sources: related_resources.map((resource) => resource.ref),
    since: custom.since,
  };
}
