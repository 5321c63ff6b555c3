import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { BulwarkError, messageOf } from "../../model/errors.js";
import type { RuleMeta } from "../../model/finding.js";
import type { RuleSet } from "../engine/rule-set.js";
import { packageFile } from "../package-file.js";
import { type Cache, openCache } from "./cache.js";
import { readRules } from "./metadata.js";
import { OPA_SOURCE, opa, type Purpose } from "./opa.js";
import { type RegoSources, regoSources } from "./rego-sources.js";
import { readRuleBundle, writeRuleBundle } from "./rule-bundle.js";
import { compileWasm } from "./wasm.js";

const LIBRARY = packageFile("policies/lib");
const CAPABILITIES = packageFile("policies/build/capabilities.json");
/** Part of every digest: raise it when the same sources compile to something else. */
const FORMAT = "1";

/**
 * Rules from a folder of Rego, compiled with the user's OPA unless the very same was compiled before, or from a bundle.
 * @throws BulwarkError BW_FILE_NOT_FOUND, BW_TOOL_ABSENT without OPA, BW_CUSTOM_RULES for sources or a bundle that cannot be used
 */
export function loadCustomRules(path: string, data?: object, cache: Cache = openCache()): RuleSet {
  if (!isFolder(path)) return readRuleBundle(readFileSync(path), path, data);
  const sources = sourcesOf(path);
  const library = regoSources(LIBRARY);
  const digest = digestOf([library, sources]);
  const before = cache.read(digest);
  if (before !== undefined) {
    try {
      return readRuleBundle(before, path, data);
    } catch {
      // A file that was cut short is compiled anew.
    }
  }
  const bundle = compile(library, sources, path);
  const set = readRuleBundle(bundle, path, data);
  cache.write(digest, bundle);
  return set;
}

/** The bundle of a folder of Rego, for machines without OPA. @throws BulwarkError as loadCustomRules */
export function bundleCustomRules(folder: string): { readonly bundle: Buffer; readonly rules: readonly RuleMeta[] } {
  if (!isFolder(folder)) throw new BulwarkError("BW_CUSTOM_RULES", { path: folder, problem: "is a file; give the folder of the rules" });
  const bundle = compile(regoSources(LIBRARY), sourcesOf(folder), folder);
  return { bundle, rules: readRuleBundle(bundle, folder).rules };
}

function sourcesOf(folder: string): RegoSources {
  const sources = regoSources(folder);
  if (sources.size === 0) throw new BulwarkError("BW_CUSTOM_RULES", { path: folder, problem: "no .rego file in it" });
  return sources;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (thrown) {
    throw new BulwarkError("BW_FILE_NOT_FOUND", { path }, thrown);
  }
}

function digestOf(sets: readonly RegoSources[]): string {
  const hash = createHash("sha256").update(FORMAT).update(readFileSync(CAPABILITIES));
  for (const sources of sets)
    for (const [name, content] of sources) hash.update(`\n${JSON.stringify(name)} ${content.length}\n`).update(content);
  return hash.digest("hex");
}

/** In a folder of its own, so that what lies beside the rules is not taken for data and OPA names files the way the user does. */
function compile(library: RegoSources, sources: RegoSources, path: string): Buffer {
  const purpose: Purpose = {
    remedy: `--policy with a folder compiles its rules: ${OPA_SOURCE}. Or give a bundle made where OPA is: bulwark bundle ${path}.`,
    refused: (problem) => new BulwarkError("BW_CUSTOM_RULES", { path, problem }),
  };
  const cwd = mkdtempSync(join(tmpdir(), "bulwark-custom-"));
  try {
    place(join(cwd, "library"), library);
    place(join(cwd, "rules"), sources);
    refuseOurPackages(cwd, purpose);
    const rules = readRules({ folder: "rules", cwd, needsObligation: false, purpose });
    if (rules.length === 0) throw purpose.refused("no package bulwark.rules.<id> in it");
    return writeRuleBundle(compileWasm(["library", "rules"], CAPABILITIES, cwd, purpose), rules);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** A rule that reaches into our helpers would change what the others mean. */
function refuseOurPackages(cwd: string, purpose: Purpose): void {
  const { namespaces = {} } = inspected(cwd, purpose);
  const ours = Object.keys(namespaces).find(
    (name) => (name === "data.bulwark" || name.startsWith("data.bulwark.")) && !/^data\.bulwark\.rules\.\w+$/.test(name),
  );
  if (ours !== undefined)
    throw purpose.refused(
      `${namespaces[ours]?.[0] ?? ""}: package ${ours.slice("data.".length)} is Bulwark's own; helpers go to a package of yours`,
    );
}

function inspected(cwd: string, purpose: Purpose): { readonly namespaces?: Readonly<Record<string, readonly string[]>> } {
  const text = opa(["inspect", "-f", "json", "rules"], cwd, purpose);
  try {
    return JSON.parse(text) as ReturnType<typeof inspected>;
  } catch (thrown) {
    throw purpose.refused(`opa inspect: ${messageOf(thrown)}`);
  }
}

function place(root: string, sources: RegoSources): void {
  for (const [name, content] of sources) {
    const target = join(root, ...name.split("/"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
