import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The package's own version; `#root/*` finds it from the sources and from dist alike. */
export function version(): string {
  const manifest = createRequire(import.meta.url).resolve("#root/package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
