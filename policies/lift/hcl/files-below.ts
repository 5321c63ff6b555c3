import { readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/** Bytes; a document that AWS takes is far smaller. */
const MAX_SIZE = 200_000;

/**
 * Reads files that a configuration takes in, none from outside of a folder: not by `..`, nor by a link.
 * @returns the text of a file; undefined for what is not there, no file, larger than any document, not UTF-8, or outside
 */
export function filesBelow(root: string): (folder: string, path: string) => string | undefined {
  return (folder, path) => {
    try {
      const file = realpathSync(join(folder, path));
      if (!file.startsWith(realpathSync(root) + sep)) return undefined;
      const stat = statSync(file);
      if (!stat.isFile() || stat.size > MAX_SIZE) return undefined;
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
    } catch {
      return undefined;
    }
  };
}

/** The text of a file by its path below the folder of a module, or of the root module: no other folder is read from. */
export function filesOf(root: string, folder: string): (base: "module" | "root", path: string) => string | undefined {
  const [inRoot, inModule] = [filesBelow(root), filesBelow(folder)];
  return (base, path) => (base === "root" ? inRoot(root, path) : (inModule(folder, path) ?? inRoot(folder, path)));
}
