import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";

/** Rego by path relative to its folder, `/` between; tests and whatever else lies beside it are left out. Sorted, so that a digest is stable. */
export type RegoSources = ReadonlyMap<string, Buffer>;

/**
 * @param root a folder of rule folders, or one rule folder; links to folders are not followed
 */
export function regoSources(root: string): RegoSources {
  const files = filesOf(resolve(root)).filter((path) => path.endsWith(".rego") && !path.endsWith("_test.rego"));
  // A rule folder given by itself keeps its name, which its package repeats.
  return new Map(
    files.sort().map((path) => [[basename(resolve(root)), ...relative(resolve(root), path).split(sep)].join("/"), readFileSync(path)]),
  );
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry: Dirent) => {
    if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(path);
    return entry.isFile() ? [path] : [];
  });
}
