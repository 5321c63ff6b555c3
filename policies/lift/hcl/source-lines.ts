import { existsSync } from "node:fs";
import { join } from "node:path";
import { BulwarkError } from "../../../model/errors.js";
import type { ResourceLocation } from "../../../model/resource.js";
import { formatKey, parseAddress } from "../address.js";
import type { AttributePath } from "../plan/read-document.js";
import { statOf } from "../read.js";
import type { Body } from "./body.js";
import { filesOf } from "./files-below.js";
import { installedModules } from "./installed-modules.js";
import { type ModuleFolder, readFolder } from "./module-folder.js";
import { NOTHING_AROUND, type Source, type Surroundings } from "./written.js";

/** Where the blocks of a configuration stand in its files. */
export interface SourceLines {
  /**
   * The block that an address of a plan comes from; of a resource in a module whose files are not at hand, or that was downloaded, the innermost call
   * that is. Undefined when there is no such block.
   */
  at(address: string): ResourceLocation | undefined;
  /** What is written for an attribute of a resource; undefined also where it cannot be told which block inside the resource is meant. */
  expression(address: string, attribute: AttributePath): SourceExpression | undefined;
  /** What sources of a resource may take in. */
  around(address: string): Surroundings;
}

export interface SourceExpression {
  readonly source: Source;
  readonly around: Surroundings;
}

/**
 * @param root folder of the root module
 * @throws BulwarkError BW_FILE_NOT_FOUND, BW_FILE_UNREADABLE, BW_FILE_BINARY; BW_USAGE when it is no folder or holds no configuration
 */
export function sourceLines(root: string): SourceLines {
  if (!statOf(root).isDirectory()) throw noConfiguration(root, "is no folder");
  const read = (folder: string): ModuleFolder | undefined => readFolder(folder, filesOf(root, folder));
  const top = read(root);
  if (top === undefined) throw noConfiguration(root, "holds no configuration of Terraform (*.tf, *.tofu, *.tf.json)");
  const folderOf = moduleFolders(root, read);
  /** The folder that the block of an address stands in, as far as it is at hand, and the innermost call on the way there. */
  const placeOf = (address: string): Place | undefined => {
    // The address of a call is that of a resource but for the resource: the call is found on the way.
    const parsed = parseAddress(address) ?? parseAddress(withoutInner(address)) ?? parseAddress(`${address}.call.call`);
    if (parsed === undefined) return undefined;
    const alias = parsed.type === "provider" && parsed.key !== undefined ? formatKey(parsed.key) : "";
    const data = parsed.mode === "data" ? "data." : "";
    const block = `${data}${parsed.type}.${withoutInner(parsed.name)}${alias}`;
    let inside = top;
    let call: ResourceLocation | undefined;
    const path: string[] = [];
    for (const { name } of parsed.modules) {
      const found = inside.calls.get(name);
      if (found === undefined) return { block, call };
      call = found.place;
      path.push(name);
      const folder = folderOf(path.join("."), inside.folder, found.source);
      if (folder === undefined) return { block, call };
      inside = folder;
    }
    return { block, call, inside };
  };
  return {
    at(address) {
      const place = placeOf(address);
      return place?.inside?.blocks.get(place.block) ?? place?.call;
    },
    around: (address) => placeOf(address)?.inside?.around ?? NOTHING_AROUND,
    expression(address, { blocks, attribute }) {
      const { inside, block = "" } = placeOf(address) ?? {};
      const source = bodyAt(inside?.body(block), blocks)?.attribute(attribute);
      return inside === undefined || source === undefined ? undefined : { source, around: inside.around };
    },
  };
}

/** The block at the end of a path. */
function bodyAt(body: Body | undefined, path: AttributePath["blocks"]): Body | undefined {
  return path.reduce((outer: Body | undefined, { name, at, of }) => {
    const blocks = outer?.blocks(name);
    return blocks?.length === of ? blocks[at] : undefined;
  }, body);
}

interface Place {
  readonly block: string;
  readonly call: ResourceLocation | undefined;
  readonly inside?: ModuleFolder;
}

/** A resource in the template of a stack is told as `ADDRESS#LogicalId`. */
const withoutInner = (text: string): string => text.replace(/#[A-Za-z0-9]+$/, "");

const noConfiguration = (path: string, problem: string): BulwarkError =>
  new BulwarkError("BW_USAGE", { problem: `--source ${path}: ${problem}; give the folder of the root module that the plan was made of` });

/** The folder of a module by its path of names, read once; undefined when it cannot be had or is a download, which nobody mends in place. */
function moduleFolders(
  root: string,
  readOne: (folder: string) => ModuleFolder | undefined,
): (path: string, caller: string, source: string | undefined) => ModuleFolder | undefined {
  const installed = installedModules(root);
  const read = new Map<string, ModuleFolder | undefined>();
  return (path, caller, source) => {
    const local = source !== undefined && /^\.{1,2}\//.test(source) ? join(caller, source) : undefined;
    const folder = installed.get(path) ?? local;
    if (folder === undefined || isDownloaded(folder) || !existsSync(folder)) return undefined;
    if (!read.has(folder)) read.set(folder, statOf(folder).isDirectory() ? readOne(folder) : undefined);
    return read.get(folder);
  };
}

const isDownloaded = (folder: string): boolean => folder.split(/[\\/]/).includes(".terraform");
