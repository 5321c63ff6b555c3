import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseJson, readBytes, textOf } from "../read.js";

/** What `terraform init` wrote down: the folder of each module by its path of names. Where it is not there, local sources are followed. */
export function installedModules(root: string): ReadonlyMap<string, string> {
  const path = join(root, ".terraform/modules/modules.json");
  if (!existsSync(path)) return new Map();
  const { Modules } = parseJson(path, textOf(path, readBytes(path))) as {
    readonly Modules?: readonly { readonly Key?: string; readonly Dir?: string }[];
  };
  return new Map((Modules ?? []).flatMap(({ Key, Dir }) => (Key && Dir ? [[Key, join(root, Dir)] as const] : [])));
}
