import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { BulwarkError } from "../../../../model/errors.js";
import type { ResourceLocation } from "../../../../model/resource.js";
import { readBytes, statOf, textOf } from "../../read.js";
import { bodyOf, type HclBody } from "../body.js";
import { type Plain, plainOf } from "../evaluation/plain.js";
import { readSource } from "../expression.js";
import type { Source } from "../written.js";
import { blocksOfFile } from "./file-blocks.js";

export interface WrittenResource {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly body: HclBody;
  readonly place: ResourceLocation;
}

export interface NamedBody {
  readonly body: HclBody;
  readonly place: ResourceLocation;
}

export interface WrittenProvider extends NamedBody {
  /** What the module calls it: `aws`. */
  readonly local: string;
}

/** What the files of one module say. */
export interface ModuleFiles {
  readonly folder: string;
  readonly resources: readonly WrittenResource[];
  readonly calls: ReadonlyMap<string, NamedBody>;
  readonly variables: ReadonlyMap<string, HclBody>;
  readonly outputs: ReadonlyMap<string, HclBody>;
  readonly locals: ReadonlyMap<string, Source>;
  readonly providers: readonly WrittenProvider[];
  /** Source addresses by local name, as they are written. */
  readonly required: ReadonlyMap<string, string>;
  /** Files that change blocks of others, which are not followed. */
  readonly overrides: readonly string[];
}

export const TERRAFORM_FILE = /\.(?:tf|tofu)$/i;
/** Source: developer.hashicorp.com/terraform/language/files/override */
const OVERRIDE = /(?:^|_)override\.\w+$/;

/**
 * The files of a folder, or one file alone.
 * @throws BulwarkError BW_HCL_INVALID, BW_FILE_UNREADABLE, BW_FILE_BINARY
 */
export function moduleFiles(path: string): ModuleFiles {
  const isFolder = statOf(path).isDirectory();
  const names = isFolder ? namesIn(path, TERRAFORM_FILE) : [path];
  const read = {
    folder: isFolder ? path : dirname(path),
    resources: [] as WrittenResource[],
    calls: new Map<string, NamedBody>(),
    variables: new Map<string, HclBody>(),
    outputs: new Map<string, HclBody>(),
    locals: new Map<string, Source>(),
    providers: [] as WrittenProvider[],
    required: new Map<string, string>(),
    overrides: names.filter((name) => isFolder && OVERRIDE.test(name)),
  };
  const seen = new Map<string, ResourceLocation>();
  const once = (key: string, place: ResourceLocation): void => {
    const before = seen.get(key);
    if (before !== undefined)
      throw new BulwarkError("BW_HCL_INVALID", {
        path: place.file,
        line: place.line,
        column: place.column,
        cause: `${key} is there already, at ${before.file}:${before.line}`,
      });
    seen.set(key, place);
  };
  for (const name of names.filter((each) => !read.overrides.includes(each))) {
    const file = isFolder ? join(path, name) : name;
    for (const { kind, labels, body, place } of blocksOfFile(file, textOf(file, readBytes(file)))) {
      const [first, second] = labels;
      if (kind === "locals") for (const local of body.names) read.locals.set(local, body.attribute(local) as Source);
      else if (kind === "terraform") for (const [local, source] of requiredIn(body)) read.required.set(local, source);
      if (first === undefined) continue;
      if (kind === "provider") read.providers.push({ local: first, body, place });
      else if (kind === "variable") read.variables.set(first, body);
      else if (kind === "output") read.outputs.set(first, body);
      else if (kind === "module") {
        once(`module.${first}`, place);
        read.calls.set(first, { body, place });
      } else if ((kind === "resource" || kind === "data") && second !== undefined) {
        once(`${kind === "data" ? "data." : ""}${first}.${second}`, place);
        read.resources.push({ mode: kind === "data" ? "data" : "managed", type: first, name: second, body, place });
      }
    }
  }
  return read;
}

/** Names of files in a folder, sorted, without those that begin with a dot. */
export const namesIn = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name) && !name.startsWith("."))
    .sort();

/** `required_providers`: a version alone, or an object with the source. */
function requiredIn(body: HclBody): readonly (readonly [string, string])[] {
  return body.inner
    .filter(({ name }) => name === "required_providers")
    .flatMap(({ body: inner }) => {
      const names = inner();
      return [...names.names].flatMap((local) => {
        const written = literal(names.attribute(local))?.value;
        const source = typeof written === "object" && written !== null && "source" in written ? written.source : undefined;
        return typeof source === "string" ? [[local, source] as const] : [];
      });
    });
}

/** A value that depends on nothing. */
export const literal = (source: Source | undefined): Plain | undefined => (source === undefined ? undefined : plainOf(readSource(source)));

/**
 * Values of variables that Terraform takes without being told: `terraform.tfvars`, then `*.auto.tfvars` in the order of their names.
 * Source: developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 */
export function givenVariables(folder: string): ReadonlyMap<string, Source> {
  const files = [...namesIn(folder, /^terraform\.tfvars$/), ...namesIn(folder, /\.auto\.tfvars$/)].map((name) => join(folder, name));
  return new Map(
    files
      .map((file) => bodyOf(textOf(file, readBytes(file))))
      .flatMap((body) => [...body.names].map((name) => [name, body.attribute(name) as Source] as const)),
  );
}
