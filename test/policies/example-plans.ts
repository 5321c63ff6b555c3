import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blocksOf } from "../../policies/lift/hcl/blocks.js";
import { ASKS_NOTHING, planConfiguration, type Terraform } from "../support/terraform.js";
import { schemaText } from "./registry-types.js";

const RULES = join(import.meta.dirname, "../../policies/rules");

/** One real plan of every example, each a module of its own; made by `npx tsx test/policies/make-example-plans.ts`. */
export const EXAMPLE_PLANS = join(import.meta.dirname, "../fixtures/plans/examples.plan.json");

export const KINDS = ["good", "bad", "unknown"] as const;
export type Kind = (typeof KINDS)[number];

/** Rules over documents have documents for examples: test/policies/document-rules.test.ts judges those. */
export const EXAMPLES: readonly { readonly rule: string; readonly folder: string }[] = readdirSync(RULES)
  .filter((domain) => domain !== "documents")
  .flatMap((domain) => readdirSync(join(RULES, domain)).map((rule) => ({ rule, folder: join(RULES, domain, rule) })))
  .sort((a, b) => (a.rule < b.rule ? -1 : 1));

export const moduleOf = (rule: string, kind: Kind): string => `${rule.replaceAll("-", "_")}__${kind}`;

/** Changes whenever an example does: a plan made of other examples proves nothing. */
export function digestOfExamples(): string {
  const hash = createHash("sha256");
  for (const { rule, folder } of EXAMPLES)
    for (const kind of KINDS) hash.update(`${rule}/${kind}\n${readFileSync(join(folder, `${kind}.tf`), "utf8")}\n`);
  return hash.digest("hex");
}

export interface ExamplePlans {
  readonly examples: string;
  readonly plan: Plan;
}

export interface Plan {
  readonly planned_values: { readonly root_module: { readonly child_modules: readonly { readonly address: string }[] } };
  readonly resource_changes: readonly { readonly address: string }[];
  readonly relevant_attributes: readonly { readonly resource: string }[];
  readonly configuration: {
    readonly provider_config: Readonly<Record<string, { readonly module_address?: string }>>;
    readonly root_module: { readonly module_calls: Readonly<Record<string, unknown>> };
  };
}

/** The plan of one module: its resources, and its part of the configuration with the provider blocks it has itself. */
export function planOf(plan: Plan, rule: string, kind: Kind): Plan {
  const name = moduleOf(rule, kind);
  const address = `module.${name}`;
  return {
    ...plan,
    planned_values: {
      ...plan.planned_values,
      root_module: { child_modules: plan.planned_values.root_module.child_modules.filter((module) => module.address === address) },
    },
    resource_changes: plan.resource_changes.filter((change) => change.address.startsWith(`${address}.`)),
    relevant_attributes: plan.relevant_attributes.filter(({ resource }) => resource.startsWith(`${address}.`)),
    configuration: {
      ...plan.configuration,
      provider_config: Object.fromEntries(
        Object.entries(plan.configuration.provider_config).filter(([, { module_address }]) => module_address === address),
      ),
      root_module: { module_calls: { [name]: plan.configuration.root_module.module_calls[name] } },
    },
  };
}

/** Plans all examples as modules of one configuration: one plan instead of some two hundred and fifty. */
export function planExamples(terraform: Terraform): ExamplePlans {
  const scratch = mkdtempSync(join(tmpdir(), "bulwark-examples-"));
  try {
    return { examples: digestOfExamples(), plan: JSON.parse(planConfiguration(terraform, assemble(scratch)).json) as Plan };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function assemble(folder: string): string {
  const modules: Record<string, { source: string }> = {};
  const installed: InstalledModule[] = [];
  for (const example of EXAMPLES)
    for (const kind of KINDS) {
      const name = moduleOf(example.rule, kind);
      const target = join(folder, name);
      mkdirSync(target);
      copyFileSync(join(example.folder, `${kind}.tf`), join(target, "main.tf"));
      const schemas = schemasOf(readFileSync(join(example.folder, `${kind}.tf`), "utf8"));
      // A provider block of its own would ask AWS who it is.
      if (/^provider "aws" /m.test(readFileSync(join(example.folder, `${kind}.tf`), "utf8")))
        writeFileSync(join(target, "provider_override.tf.json"), JSON.stringify({ provider: { aws: [ASKS_NOTHING] } }));
      if (schemas !== undefined)
        writeFileSync(join(target, "schema_override.tf.json"), JSON.stringify({ resource: { aws_cloudcontrolapi_resource: schemas } }));
      modules[name] = { source: `./${name}` };
      const foreign = foreignModules(name, readFileSync(join(target, "main.tf"), "utf8"));
      // What is installed below a module that is new is fetched again.
      if (foreign.length > 0) installed.push({ Key: name, Source: `./${name}`, Dir: name }, ...foreign);
    }
  install(folder, installed);
  const config = join(folder, "main.tf.json");
  writeFileSync(
    config,
    JSON.stringify({
      terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } },
      provider: { aws: [{ region: "eu-central-1" }] },
      module: modules,
    }),
  );
  return config;
}

interface InstalledModule {
  readonly Key: string;
  readonly Source: string;
  readonly Version?: string;
  readonly Dir: string;
}

/** Any version that a constraint of an example admits. */
const VERSION = "5.8.1";

/** Modules that an example takes from elsewhere, as if they had been downloaded: there is no network here, and what is in them does not matter. */
const foreignModules = (example: string, text: string): readonly InstalledModule[] =>
  blocksOf(text).flatMap(({ labels: [kind, name], texts }) => {
    const source = texts.get("source");
    if (kind !== "module" || name === undefined || source === undefined) return [];
    const registry = /^[^/:.]+\/[^/:.]+\/[^/:.]+$/.test(source);
    const folder = /[^:]\/\/([^?]+)/.exec(source)?.[1] ?? "";
    return [
      {
        Key: `${example}.${name}`,
        Source: registry ? `registry.terraform.io/${source}` : source,
        ...(registry ? { Version: VERSION } : {}),
        Dir: join(".terraform/modules", `${example}.${name}`, folder),
      },
    ];
  });

/** Writes what `terraform init` reads to see what it has: a module of the same source and an admitted version is not fetched again. */
function install(folder: string, installed: readonly InstalledModule[]): void {
  for (const { Dir } of installed.filter(({ Source }) => !Source.startsWith("./"))) {
    mkdirSync(join(folder, Dir), { recursive: true });
    writeFileSync(join(folder, Dir, "main.tf"), 'output "name" {\n  value = "installed"\n}\n');
  }
  writeFileSync(
    join(folder, ".terraform/modules/modules.json"),
    JSON.stringify({ Modules: [{ Key: "", Source: "", Dir: "." }, ...installed] }),
  );
}

/** The example's Cloud Control resources, each with the registry schema of its type: without one there is no plan, and against it the example is checked. */
function schemasOf(text: string): Readonly<Record<string, { readonly schema: string }>> | undefined {
  const found = [...text.matchAll(/resource "aws_cloudcontrolapi_resource" "(\w+)" \{\s*type_name\s*= "([\w:]+)"/g)];
  if (found.length === 0) return undefined;
  return Object.fromEntries(found.map(([, name = "", typeName = ""]) => [name, { schema: schemaText(typeName) }]));
}
