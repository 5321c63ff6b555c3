import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { readPolicy } from "../policies/engine/load.js";

/**
 * Part of `npm run build`: makes one file each of what a check and what a synthesis load, where hundreds of modules took longer to load than their
 * work takes. Everything else stays the module it was.
 */
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const DIST = join(ROOT, "dist");
const CLI = join(DIST, "cli", "main.js");
const CONSTRUCTS = join(DIST, "constructs", "index.js");
/** Known by its class on both sides of the border, so there must be one of it. */
const SHARED = ["model/errors.js"];

const common: BuildOptions = {
  allowOverwrite: true,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  legalComments: "inline",
  // CommonJS packages call require, which an ES module does not have.
  banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
  logLevel: "warning",
};

await bundleCli();
await bundleConstructs();

/** All that a check of a plan or a stack loads. The rest of the commands are imported when they are needed. */
async function bundleCli(): Promise<void> {
  const within = [
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
  const packages = new Set(["commander", "picocolors", "@open-policy-agent/opa-wasm", "sprintf-js"]);
  const asksForYaml = readPolicy(readFileSync(join(ROOT, "policies", "bundle", "rules.wasm"))).hostBuiltins.filter((name) =>
    name.startsWith("yaml."),
  );
  if (asksForYaml.length > 0) throw new Error(`the rules use ${asksForYaml.join(", ")}: bundle the YAML builtins of opa-wasm again`);
  const border: Plugin = {
    name: "border",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === "resolving" || kind === "entry-point" || path.startsWith("node:") || path.startsWith("#")) return undefined;
        if (!path.startsWith(".")) return importer.includes("node_modules") || packages.has(path) ? undefined : { path, external: true };
        const found = await resolve(path, { kind, resolveDir, importer, pluginData: "resolving" });
        const name = nameInDist(found.path);
        const outside = SHARED.includes(name) || (kind === "dynamic-import" && !within.includes(name));
        return outside ? { path: specifier(CLI, found.path), external: true } : found;
      });
      // The library's rules parse no YAML (checked above); rules of others run on the whole runtime, outside the bundle.
      onLoad({ filter: /opa-wasm[\\/]src[\\/]builtins[\\/]yaml\.js$/ }, () => ({ contents: "module.exports = {};" }));
    },
  };
  await build({
    ...common,
    entryPoints: [CLI, join(DIST, "policies", "engine", "side-worker.js")],
    outdir: dirname(CLI),
    entryNames: "[name]",
    plugins: [border],
  });
}

/**
 * The constructs with what they use of the model. CDKTF and its provider stay packages of the project, of which there must be one; they are CommonJS, and
 * so required: a module loader like tsx, through whose thread each import goes, has nothing to do with them then.
 */
async function bundleConstructs(): Promise<void> {
  const border: Plugin = {
    name: "border",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /./ }, async ({ path, kind, importer, namespace, resolveDir, pluginData }) => {
        if (pluginData === "resolving" || kind === "entry-point" || path.startsWith("node:")) return undefined;
        if (namespace === "required") return { path, external: true };
        if (!path.startsWith(".")) {
          return importer.includes("node_modules") || path === "zod" ? undefined : { path, namespace: "required" };
        }
        const found = await resolve(path, { kind, resolveDir, importer, pluginData: "resolving" });
        return SHARED.includes(nameInDist(found.path)) ? { path: specifier(CONSTRUCTS, found.path), external: true } : found;
      });
      // Messages in sixty languages that nobody asks this copy for.
      onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export { default as en } from "./en.js";' }));
      onLoad({ filter: /./, namespace: "required" }, ({ path }) => ({ contents: `module.exports = require(${JSON.stringify(path)});` }));
    },
  };
  await build({ ...common, entryPoints: [CONSTRUCTS], outfile: CONSTRUCTS, plugins: [border] });
  // Nothing refers to the modules it was made of; their types stay.
  for (const name of readdirSync(dirname(CONSTRUCTS), { recursive: true, encoding: "utf8" })) {
    const path = join(dirname(CONSTRUCTS), name);
    if (name.endsWith(".js") && path !== CONSTRUCTS) rmSync(path);
  }
}

function nameInDist(path: string): string {
  return relative(DIST, path).split(sep).join("/");
}

function specifier(entry: string, path: string): string {
  const from = relative(dirname(entry), path).split(sep).join("/");
  return from.startsWith(".") ? from : `./${from}`;
}
