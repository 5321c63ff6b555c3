import { dirname, join, normalize } from "node:path";
import { blocksOf } from "./blocks.js";

interface Call {
  /** `module.site`, and `module.site[*]` where it is made several times. */
  readonly step: string;
  readonly folder: string;
}

/** A folder that is called more often than this is told without its callers. */
const MAX_PATHS = 100;

/**
 * By which module addresses a plan knows the blocks of a Terraform file, told from the calls of local modules in all files given.
 * @returns for the path of a file: `""` in a root module, which no other calls; several where several call it
 */
export function modulePaths(files: readonly { readonly path: string; readonly text: string }[]): (path: string) => readonly string[] {
  const callers = new Map<string, { readonly from: string; readonly step: string }[]>();
  for (const { path, text } of files)
    for (const { step, folder } of callsIn(path, text)) {
      const calls = callers.get(folder) ?? [];
      calls.push({ from: folderOf(path), step });
      callers.set(folder, calls);
    }
  const known = new Map<string, readonly string[]>();
  const pathsOf = (folder: string): readonly string[] => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    // Modules that call each other in a ring, which Terraform refuses, end here.
    known.set(folder, [""]);
    const calls = callers.get(folder) ?? [];
    const paths = calls.flatMap(({ from, step }) => pathsOf(from).map((outer) => (outer === "" ? step : `${outer}.${step}`)));
    const all = paths.length === 0 || paths.length > MAX_PATHS ? [""] : [...new Set(paths)];
    known.set(folder, all);
    return all;
  };
  return (path) => pathsOf(folderOf(path));
}

function callsIn(path: string, text: string): readonly Call[] {
  if (!/\.(?:tf|tofu)$/.test(path)) return [];
  return blocksOf(text).flatMap(({ labels: [kind, name], texts, expanded }) => {
    const source = texts.get("source");
    if (kind !== "module" || name === undefined || source === undefined || !/^\.{1,2}\//.test(source)) return [];
    return [{ step: `module.${name}${expanded ? "[*]" : ""}`, folder: join(folderOf(path), source).replace(/\/$/, "") }];
  });
}

const folderOf = (path: string): string => normalize(dirname(path));
