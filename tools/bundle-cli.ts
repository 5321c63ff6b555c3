import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { readPolicy } from "../policies/engine/load.js";

/**
 * Part of `npm run build`: writes dist/cli/main.js anew with all that a check of a plan or a stack loads in it. Fifty modules and the parser of a
 * YAML nobody uses took longer to load than a small plan takes to judge. Everything else stays the module it was and is imported when it is needed.
 */
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const DIST = join(ROOT, "dist");
const ENTRY = join(DIST, "cli", "main.js");

/** What is loaded on demand and yet belongs to a check; other dynamic imports lead out of the bundle. */
const WITHIN = [
  "cli/commands/check.js",
  "cli/commands/rules.js",
  "policies/engine/side-thread.js",
  "policies/lift/state.js",
  "policies/lift/synth.js",
  "report/sarif.js",
  "report/junit.js",
  "report/github.js",
  "report/markdown.js",
  "report/gitlab.js",
];
/** Known by its class on both sides of the border, so there must be one of it. */
const SHARED = ["model/errors.js"];
const PACKAGES = new Set(["commander", "picocolors", "@open-policy-agent/opa-wasm", "sprintf-js"]);

const border: Plugin = {
  name: "border",
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === "resolving" || kind === "entry-point" || path.startsWith("node:") || path.startsWith("#")) return undefined;
      if (!path.startsWith(".")) return importer.includes("node_modules") || PACKAGES.has(path) ? undefined : { path, external: true };
      const found = await resolve(path, { kind, resolveDir, importer, pluginData: "resolving" });
      const inDist = relative(DIST, found.path).split(sep).join("/");
      const outside = SHARED.includes(inDist) || (kind === "dynamic-import" && !WITHIN.includes(inDist));
      return outside ? { path: specifier(found.path), external: true } : found;
    });
    // The library's rules parse no YAML (checked below); rules of others run on the whole runtime, outside the bundle.
    onLoad({ filter: /opa-wasm[\\/]src[\\/]builtins[\\/]yaml\.js$/ }, () => ({ contents: "module.exports = {};" }));
  },
};

function specifier(path: string): string {
  const from = relative(dirname(ENTRY), path).split(sep).join("/");
  return from.startsWith(".") ? from : `./${from}`;
}

const asksForYaml = readPolicy(readFileSync(join(ROOT, "policies", "bundle", "rules.wasm"))).hostBuiltins.filter((name) =>
  name.startsWith("yaml."),
);
if (asksForYaml.length > 0) throw new Error(`the rules use ${asksForYaml.join(", ")}: bundle the YAML builtins of opa-wasm again`);

await build({
  entryPoints: [ENTRY, join(DIST, "policies", "engine", "side-worker.js")],
  outdir: dirname(ENTRY),
  entryNames: "[name]",
  allowOverwrite: true,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  plugins: [border],
  legalComments: "inline",
  // CommonJS packages call require, which an ES module does not have.
  banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
  logLevel: "warning",
});
