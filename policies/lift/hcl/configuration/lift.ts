import { existsSync } from "node:fs";
import { join } from "node:path";
import { BulwarkError } from "../../../../model/errors.js";
import type { Json, LiftedInput, Resource, UnknownValue } from "../../../../model/resource.js";
import { locationOf } from "../../locate.js";
import { liftShortPlan } from "../../plan/plan.js";
import type { ReadDocument } from "../../plan/read-document.js";
import { statOf } from "../../read.js";
import { installedModules } from "../installed-modules.js";
import { mayBeWildcard, namesOf } from "../names.js";
import { onceBy } from "../once.js";
import { documentOf } from "../written-document.js";
import { givenVariables, type ModuleFiles, moduleFiles, namesIn, TERRAFORM_FILE } from "./module-files.js";
import { type FindModule, openKey, type PlanForm, planForm } from "./plan-form.js";

/**
 * Lifts a root module from Terraform's own language, without a plan: what Terraform would create if nothing were there, as far as that is written. Variables have what
 * `terraform.tfvars` and their defaults say; what only a provider knows stays unknown.
 * @param path a folder, or one file, which is then read alone
 * @throws BulwarkError BW_HCL_INVALID, BW_FILE_UNREADABLE, BW_FILE_BINARY
 */
export function liftConfiguration(path: string): LiftedInput {
  const files = moduleFiles(path);
  const form = planForm(files, statOf(path).isDirectory() ? givenVariables(path) : new Map(), modulesBelow(files.folder));
  const lifted = liftShortPlan(path, { plan: form.plan, planned: form.resources }, () => "", { readDocument: openDocuments(form) });
  if (lifted === undefined) throw new BulwarkError("BW_INTERNAL", { cause: `the configuration in ${path} could not be read as a plan` });
  const notes = [...(lifted.notes ?? []), ...form.notes];
  return {
    ...lifted,
    kind: "configuration",
    resources: lifted.resources.map((resource) => placed(resource, form, path)),
    ...(lifted.blocks === undefined ? {} : { blocks: lifted.blocks.map((block) => placed(block, form, path)) }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

/** With its line, and without the actions of a plan, which there is none. */
function placed({ actions: _, ...resource }: Resource, { places, lifecycles }: PlanForm, path: string): Resource {
  // What stands inside a resource has its place.
  const holder = resource.address.replace(/#\w+$/, "");
  const lifecycle = lifecycles.get(resource.address);
  return {
    ...resource,
    location: places.get(holder) ?? locationOf(path, undefined),
    ...(lifecycle === undefined ? {} : { values: { ...resource.values, lifecycle: [lifecycle] } }),
  };
}

/** Documents of which something is not known, part by part. */
function openDocuments({ open }: PlanForm): ReadDocument {
  return ({ address, path, filled }) => {
    const written = open.get(
      openKey(
        address,
        path.blocks.map(({ name, at }) => `${name} ${at}`),
        path.attribute,
      ),
    );
    return documentOf(path.attribute, written, (parts): Json | UnknownValue =>
      filled(parts, mayBeWildcard(parts) ? [] : parts.flatMap(namesOf)),
    );
  };
}

/** Modules in the same files, and those that `terraform init` has fetched. */
function modulesBelow(root: string): FindModule {
  const installed = installedModules(root);
  const read = onceBy((folder): ModuleFiles | undefined => (hasFiles(folder) ? moduleFiles(folder) : undefined));
  return (path, caller, source) => {
    const local = /^\.{1,2}(?:\/|$)/.test(source) ? join(caller.folder, source) : undefined;
    const folder = installed.get(path) ?? local;
    return folder === undefined ? undefined : read(folder);
  };
}

const hasFiles = (folder: string): boolean =>
  existsSync(folder) && statOf(folder).isDirectory() && namesIn(folder, TERRAFORM_FILE).length > 0;

/** Folders that hold Terraform's own files and that no other of them calls as a module. */
export function rootModules(folders: readonly string[]): readonly string[] {
  const called = new Set(
    folders.flatMap((folder) => {
      const { calls } = moduleFiles(folder);
      return [...calls.values()].flatMap(({ body }) => {
        const source = body.attribute("source");
        const text =
          source !== undefined && "expression" in source ? /^"(\.{1,2}(?:\/[^"]*)?)"$/.exec(source.expression.trim())?.[1] : undefined;
        return text === undefined ? [] : [join(folder, text).replace(/\/$/, "")];
      });
    }),
  );
  return folders.filter((folder) => !called.has(join(folder, ".").replace(/\/$/, "")));
}
