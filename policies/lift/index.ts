import { dirname, resolve, sep } from "node:path";
import { BulwarkError } from "../../model/errors.js";
import type { LiftedInput, Resource } from "../../model/resource.js";
import { CONFIGURATION, claimsToBeOurs, foreignKind, type PassedOver, passOver, refuseNearMiss } from "./foreign.js";
import { isObject, type JsonObject, own } from "./normal.js";
import { few } from "./plan/notes.js";
import { type LiftHooks, liftPlan, liftShortPlan } from "./plan/plan.js";
import { readShortPlan } from "./plan/text.js";
import { type FoundFile, findFiles, foldersHolding, identityOf, parseJson, readBytes, statOf, textOf } from "./read.js";

/** Bytes; below, the whole of a plan is read within milliseconds. */
const WORTH_SHORTENING = 1_000_000;

/**
 * Lifts every input behind the paths: plan and state JSON, synthesized stacks, configurations without a plan, dossier documents; folders recursively.
 * @returns in the order of the paths, files of a folder in name order
 * @throws BulwarkError for a named file that is no input and for any input that is broken (model/errors.ts)
 */
export async function liftInputs(paths: readonly string[], hooks?: LiftHooks): Promise<readonly LiftedInput[]> {
  const lifted = new Map<string, LiftedInput>();
  for (const path of paths)
    for (const input of await liftPath(path, hooks)) {
      // Named twice, or by itself and with its folder: the findings would be the same, the count of what passed would double.
      const file = identityOf(input.path);
      if (!lifted.has(file)) lifted.set(file, input);
    }
  return joinConstructPaths([...lifted.values()]);
}

/** @throws BulwarkError BW_FOLDER_EMPTY when a folder holds no input. */
export async function liftPath(path: string, hooks?: LiftHooks): Promise<readonly LiftedInput[]> {
  const lifted: LiftedInput[] = [];
  const passed: string[] = [];
  for (const file of findFiles([path])) {
    const input = await liftFile(file, hooks);
    if (input === undefined) continue;
    if ("passedOver" in input) passed.push(input.passedOver);
    else lifted.push(input);
  }
  if (path !== "-" && statOf(path).isDirectory()) lifted.push(...(await configurationsBelow(path, lifted)));
  const [first, ...more] = lifted;
  if (first === undefined) throw new BulwarkError("BW_FOLDER_EMPTY", { path });
  if (passed.length === 0) return lifted;
  return [{ ...first, notes: [...(first.notes ?? []), `passed over in ${path}: ${few(passed)}`] }, ...more];
}

/** Root modules in Terraform's own language. Where a plan, a state or a synthesized stack stands in the folder, above or below it, that says the same and more. */
async function configurationsBelow(path: string, beside: readonly LiftedInput[]): Promise<readonly LiftedInput[]> {
  const folders = foldersHolding(path, CONFIGURATION);
  if (folders.length === 0) return [];
  const told = beside
    .filter(({ kind }) => kind !== "document")
    .map(({ kind, path: file }) => ({ kind, at: `${resolve(dirname(file))}${sep}` }));
  const isTold = (folder: string): boolean => {
    const own = `${resolve(folder)}${sep}`;
    // Files in JSON beside those in the other language are other files of the same module.
    return told.some(({ kind, at }) => (own.startsWith(at) || at.startsWith(own)) && (kind !== "synth" || at !== own));
  };
  const { liftConfiguration, rootModules } = await import("./hcl/configuration/lift.js");
  return rootModules(folders)
    .filter((folder) => !isTold(folder))
    .map(liftConfiguration);
}

async function liftFile({ path, named }: FoundFile, hooks: LiftHooks | undefined): Promise<LiftedInput | PassedOver | undefined> {
  const bytes = readBytes(path);
  const short = bytes.length > WORTH_SHORTENING ? readShortPlan(bytes) : undefined;
  const lifted = short && liftShortPlan(path, short, () => textOf(path, bytes), hooks);
  if (lifted !== undefined) return lifted;
  const text = textUnlessBinary(path, bytes, named);
  if (text === undefined) return undefined;
  if (named) refuseNearMiss(path, text);
  if (named && CONFIGURATION.test(path)) return (await import("./hcl/configuration/lift.js")).liftConfiguration(path);
  const first = firstLetter(text);
  if (first === undefined) return passOver(path, "empty");
  if (first === "{") return liftJson(path, text, named, hooks);
  if (named && (first === "[" || /\.json$/i.test(path))) parseJson(path, text);
  if (/\.json$/i.test(path) || !/^["']?kind["']?\s*:/m.test(text)) return refuse(path, named);
  if (!named) {
    // Kubernetes manifests have kinds, too.
    if (/^apiVersion\s*:/m.test(text)) return undefined;
    const kind = await foreignKind(text);
    if (kind !== undefined) return passOver(path, `kind ${kind}`);
  }
  const { liftDocuments } = await import("./document.js");
  return liftDocuments(path, text);
}

/** In a folder a file that is not text is somebody else's. */
function textUnlessBinary(path: string, bytes: Buffer, named: boolean): string | undefined {
  try {
    return textOf(path, bytes);
  } catch (thrown) {
    if (!named && thrown instanceof BulwarkError && thrown.code === "BW_FILE_BINARY") return undefined;
    throw thrown;
  }
}

function firstLetter(text: string): string | undefined {
  const at = text.search(/\S/);
  return at < 0 ? undefined : text[at];
}

async function liftJson(
  path: string,
  text: string,
  named: boolean,
  hooks: LiftHooks | undefined,
): Promise<LiftedInput | PassedOver | undefined> {
  const looksLikeOurs = /"format_version"|"planned_values"|"resource"\s*:|"kind"\s*:/.test(
    text.length > 4_000_000 ? text.slice(0, 4_000_000) : text,
  );
  if (!named && !looksLikeOurs) return undefined;
  let value: unknown;
  try {
    value = parseJson(path, text);
  } catch (thrown) {
    if (named || (await claimsToBeOurs(path, text))) throw thrown;
    return passOver(path, "not valid JSON");
  }
  if (!isObject(value)) return refuse(path, named);
  return liftObject(path, value, text, named, hooks);
}

async function liftObject(
  path: string,
  value: JsonObject,
  text: string,
  named: boolean,
  hooks: LiftHooks | undefined,
): Promise<LiftedInput | PassedOver | undefined> {
  if (
    own(value, "planned_values") !== undefined ||
    (own(value, "format_version") !== undefined && own(value, "resource_changes") !== undefined)
  )
    return liftPlan(path, value, text, hooks);
  if (own(value, "format_version") !== undefined && isObject(own(value, "values"))) {
    const { liftState } = await import("./state.js");
    return liftState(path, value, text);
  }
  if (named && isStateFile(value))
    throw new BulwarkError("BW_STATE_FORMAT", { path, problem: "this is the state file itself, whose format is Terraform's own" });
  if (isConfiguration(value)) {
    const { liftSynth } = await import("./synth/synth.js");
    return liftSynth(path, value, text);
  }
  if (typeof own(value, "kind") === "string") {
    if (!named) {
      if (own(value, "apiVersion") !== undefined) return undefined;
      const kind = await foreignKind(text, value);
      if (kind !== undefined) return passOver(path, `kind ${kind}`);
    }
    const { liftDocuments } = await import("./document.js");
    return liftDocuments(path, text);
  }
  if (named && own(value, "format_version") !== undefined) {
    if (Object.keys(value).every((key) => key === "format_version" || key === "terraform_version"))
      throw new BulwarkError("BW_STATE_FORMAT", { path, problem: "this is a state without any resource: there is nothing to judge" });
    return liftPlan(path, value, text);
  }
  return refuse(path, named);
}

/** Terraform JSON configuration: its top level has only Terraform's own sections. Source: developer.hashicorp.com/terraform/language/syntax/json */
const SECTIONS = new Set([
  "//",
  "resource",
  "data",
  "provider",
  "terraform",
  "variable",
  "output",
  "locals",
  "module",
  "import",
  "moved",
  "removed",
  "check",
  "ephemeral",
]);

const isConfiguration = (value: JsonObject): boolean => {
  const keys = Object.keys(value);
  return keys.every((key) => SECTIONS.has(key)) && keys.some((key) => key === "resource" || key === "terraform" || key === "module");
};

/** `terraform.tfstate` as Terraform keeps it. */
const isStateFile = (value: JsonObject): boolean =>
  typeof own(value, "version") === "number" && typeof own(value, "lineage") === "string" && Array.isArray(own(value, "resources"));

function refuse(path: string, named: boolean): undefined {
  if (named) throw new BulwarkError("BW_INPUT_UNKNOWN", { path });
  return undefined;
}

/** When a synth of the same stack is among the inputs, the plan's resources take their construct paths and source lines from it. */
function joinConstructPaths(inputs: readonly LiftedInput[]): readonly LiftedInput[] {
  const origins = new Map<string, Pick<Resource, "constructPath" | "source">>();
  for (const input of inputs)
    if (input.kind === "synth")
      for (const { address, constructPath, source } of input.resources)
        if (constructPath !== undefined) origins.set(address, { constructPath, ...(source === undefined ? {} : { source }) });
  if (origins.size === 0) return inputs;
  return inputs.map((input) => {
    if (input.kind !== "plan" && input.kind !== "state") return input;
    return {
      ...input,
      resources: input.resources.map((resource) => {
        const origin = origins.get(resource.address);
        return origin === undefined ? resource : { ...resource, ...origin };
      }),
    };
  });
}
