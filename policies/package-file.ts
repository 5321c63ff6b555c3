import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let root: string | undefined;

/**
 * A file that is delivered with the package, found from the sources, from dist and from a bundle in dist alike. Node's own way to it, a path under
 * `imports` of package.json, takes longer than a small plan takes to lift.
 * @param path from the root of the package
 */
export function packageFile(path: string): string {
  root ??= rootAbove(dirname(fileURLToPath(import.meta.url)));
  return join(root, path);
}

/** The first folder upwards with a manifest: neither the sources nor dist have one of their own. */
function rootAbove(folder: string): string {
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, "package.json")) ? folder : rootAbove(above);
}
