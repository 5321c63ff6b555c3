import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BulwarkError, messageOf } from "../../model/errors.js";

/**
 * Writes policies/bundle/provider-schema.gen.txt from the provider's own schema. Run it when the pinned provider version changes:
 * `npm run policies -- --schema`. It needs Terraform and the provider (a mirror will do: TF_CLI_CONFIG_FILE).
 */
const PROVIDER = "registry.terraform.io/hashicorp/aws";
const VERSION = "5.100.0";
/** Three types hold over a megabyte of repeated chart settings and no security setting that we judge. */
const LEFT_OUT = /^aws_quicksight_(dashboard|analysis|template)$/;
/** The web ACL schema repeats its statement at every level; below this depth a block is lifted as it stands. */
const MAX_DEPTH = 7;
const DATA_TYPES = new Set(["aws_iam_policy_document"]);

interface SourceAttribute {
  readonly type?: unknown;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}
interface SourceBlock {
  readonly attributes?: Readonly<Record<string, SourceAttribute>>;
  readonly block_types?: Readonly<Record<string, { readonly nesting_mode: string; readonly block: SourceBlock }>>;
}
interface SourceSchemas {
  readonly provider_schemas: Readonly<
    Record<
      string,
      {
        readonly resource_schemas: Readonly<Record<string, { block: SourceBlock }>>;
        readonly data_source_schemas: Readonly<Record<string, { block: SourceBlock }>>;
      }
    >
  >;
}

const holdsObjects = (type: unknown): boolean =>
  Array.isArray(type) && (type[0] === "list" || type[0] === "set") && Array.isArray(type[1]) && type[1][0] === "object";

function markOf(attribute: SourceAttribute): string {
  if (attribute.required === true) return "!";
  if (attribute.optional === true) return attribute.computed === true ? "~" : "?";
  return "=";
}

function encodeBlock(block: SourceBlock, depth = 0): string {
  const attributes = Object.entries(block.attributes ?? {}).map(
    ([name, attribute]) => `${name}${markOf(attribute)}${holdsObjects(attribute.type) ? "*" : ""}`,
  );
  const blocks = Object.entries(block.block_types ?? {}).map(([name, nested]) => {
    const open = nested.nesting_mode === "list" ? "[" : nested.nesting_mode === "set" ? "{" : "(";
    return `${name}${open}${depth < MAX_DEPTH ? encodeBlock(nested.block, depth + 1) : ""}]`;
  });
  return [...attributes.sort(), ...blocks.sort()].join(" ");
}

function readSchemas(): SourceSchemas {
  const folder = mkdtempSync(join(tmpdir(), "bulwark-schema-"));
  try {
    writeFileSync(
      join(folder, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: { aws: { source: "hashicorp/aws", version: VERSION } } } }),
    );
    execFileSync("terraform", ["init", "-no-color"], { cwd: folder, stdio: "pipe" });
    return JSON.parse(
      execFileSync("terraform", ["providers", "schema", "-json"], { cwd: folder, encoding: "utf8", maxBuffer: 256 * 2 ** 20 }),
    ) as SourceSchemas;
  } catch (thrown) {
    throw new BulwarkError("BW_TOOL_ABSENT", { tool: "terraform with hashicorp/aws", remedy: messageOf(thrown) }, thrown);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function encodeAll(
  mode: "managed" | "data",
  schemas: Readonly<Record<string, { block: SourceBlock }>>,
  keep: (type: string) => boolean,
): readonly string[] {
  const types = Object.keys(schemas).filter(keep).sort();
  return types.map((type) => `${mode} ${type} ${encodeBlock((schemas[type] as { block: SourceBlock }).block)}`);
}

export function writeProviderSchema(): void {
  const provider = readSchemas().provider_schemas[PROVIDER];
  if (provider === undefined) throw new BulwarkError("BW_INTERNAL", { cause: `no schema of ${PROVIDER}` });
  const lines = [
    `${PROVIDER} ${VERSION}`,
    ...encodeAll("managed", provider.resource_schemas, (type) => !LEFT_OUT.test(type)),
    ...encodeAll("data", provider.data_source_schemas, (type) => DATA_TYPES.has(type)),
  ];
  writeFileSync(new URL("../bundle/provider-schema.gen.txt", import.meta.url), `${lines.join("\n")}\n`);
}
