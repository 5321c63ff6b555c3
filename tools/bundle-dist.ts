import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { EXIT } from "../model/errors.js";
import { readPolicy, WASM_CACHE } from "../policies/engine/load.js";

/**
 * Part of `npm run build`: makes one file each of what a check and what a synthesis load, where hundreds of modules took longer to load than their
 * work takes, and has V8 compile the former ahead. Everything else stays the module it was.
 */
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const DIST = join(ROOT, "dist");
const CLI = join(DIST, "cli", "main.js");
const LAUNCHER = join(DIST, "cli", "bulwark.cjs");
const CONSTRUCTS = join(DIST, "constructs", "index.js");
/** Known by its class on both sides of the border, so there must be one of it. */
const SHARED = ["model/errors.js"];

/** Modules of Node that take some milliseconds to load, and what asks for them: a subcommand of its own file (commander), a finding. */
const LATER = ["node:child_process", "node:crypto"];

const common: BuildOptions = {
  allowOverwrite: true,
  bundle: true,
  platform: "node",
  target: "node20",
  legalComments: "inline",
  logLevel: "warning",
};

const asModule: BuildOptions = {
  ...common,
  format: "esm",
  // CommonJS packages call require, which an ES module does not have.
  banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
};

const asCommonJs: BuildOptions = {
  ...common,
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  define: { "import.meta.url": "ownUrl", "import.meta.resolve": "require.resolve" },
  banner: { js: 'const ownUrl = require("node:url").pathToFileURL(__filename).href;' },
};

await shareErrors();
await bundleCli();
keepCompiledRules();
warmCli();
await bundleConstructs();

/** Both kinds of modules get the same classes, of the one file that both kinds can load. */
async function shareErrors(): Promise<void> {
  for (const name of SHARED) {
    const module = join(DIST, name);
    await build({ ...common, format: "cjs", entryPoints: [module], outfile: commonJs(module) });
    writeFileSync(module, `export * from "./${basename(commonJs(name))}";\n`);
  }
}

/** All that a check of a plan or a stack loads. The rest of the commands are imported when they are needed. */
async function bundleCli(): Promise<void> {
  const within = [
    "cli/commands/check.js",
    "cli/commands/rules.js",
    "policies/engine/side-thread.js",
    "policies/lift/hcl/configuration/lift.js",
    "policies/lift/state.js",
    "policies/lift/synth/synth.js",
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
        if (!outside) return found;
        return { path: specifier(CLI, kind === "dynamic-import" ? found.path : commonJs(found.path)), external: true };
      });
      // The library's rules parse no YAML (checked above); rules of others run on the whole runtime, outside the bundle.
      onLoad({ filter: /opa-wasm[\\/]src[\\/]builtins[\\/]yaml\.js$/ }, () => ({ contents: "module.exports = {};" }));
    },
  };
  await build({
    ...asCommonJs,
    entryPoints: [CLI, join(DIST, "policies", "engine", "side-worker.js")],
    outdir: dirname(CLI),
    entryNames: "[name]",
    plugins: [border],
  });
  rmSync(CLI);
  const main = commonJs(CLI);
  const text = readFileSync(main, "utf8").replace(/\bimport\("/g, 'load("');
  writeFileSync(main, LATER.reduce(putOff, text));
}

/** Where all that is asked of a module of Node is asked of its name, it can wait. */
function putOff(text: string, module: string): string {
  const bindings = [...text.matchAll(new RegExp(`\\b(\\w+) = (\\w+\\()?require\\("${module}"\\)`, "g"))];
  if (bindings.length === 0 || bindings.some(([, , wrapper]) => wrapper !== undefined))
    throw new Error(`${module} is not required, or not as it is, by the bundled command: it cannot be put off`);
  return text.replaceAll(`require("${module}")`, `later("${module}")`);
}

/** Where V8 lacks what this takes, or has it otherwise, the rules are compiled when they are called (decision 0012). */
function keepCompiledRules(): void {
  const done = (step: "write" | "prove"): boolean =>
    spawnSync(process.execPath, ["--import", "tsx", join(ROOT, "tools", "rules-cache.ts"), step], { cwd: ROOT }).status === 0;
  if (done("write") && done("prove")) return;
  rmSync(join(dirname(CLI), WASM_CACHE), { force: true });
  console.warn(`V8 of Node ${process.version} does not give back what it compiled of the rules: a check will compile those it calls`);
}

/** Checks a real plan, keeps what V8 compiled for it, and sees to it that V8 takes it back. */
function warmCli(): void {
  const scratch = mkdtempSync(join(tmpdir(), "bulwark-warm-"));
  const report = `json=${join(scratch, "report.json")}`;
  const warmed = startOfCli(
    `const script = compile();
    process.on("exit", () => require("node:fs").writeFileSync(CACHE, script.createCachedData()));
    run(script);`,
    ["check", join(ROOT, "examples", "brownfield", "plan.json"), "--format", "pretty", "--format", report],
  );
  rmSync(scratch, { recursive: true });
  if (warmed.status !== EXIT.findings) throw new Error(`bulwark check ended with ${warmed.status}: ${warmed.stderr}`);
  const taken = startOfCli("process.exitCode = compile().cachedDataRejected === false ? 0 : 1;", []);
  if (taken.status !== 0) throw new Error(`V8 refuses the code cache it wrote: ${taken.stderr}`);
}

function startOfCli(program: string, args: readonly string[]): SpawnSyncReturns<string> {
  const launcher = `const { CACHE, compile, run } = require(process.argv[1]); ${program}`;
  return spawnSync(process.execPath, ["-e", launcher, LAUNCHER, ...args], { encoding: "utf8" });
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
  await build({ ...asModule, entryPoints: [CONSTRUCTS], outfile: CONSTRUCTS, plugins: [border] });
  // Nothing refers to the modules it was made of; their types stay.
  for (const name of readdirSync(dirname(CONSTRUCTS), { recursive: true, encoding: "utf8" })) {
    const path = join(dirname(CONSTRUCTS), name);
    if (name.endsWith(".js") && path !== CONSTRUCTS) rmSync(path);
  }
}

function commonJs(path: string): string {
  return path.replace(/\.js$/, ".cjs");
}

function nameInDist(path: string): string {
  return relative(DIST, path).split(sep).join("/");
}

function specifier(entry: string, path: string): string {
  const from = relative(dirname(entry), path).split(sep).join("/");
  return from.startsWith(".") ? from : `./${from}`;
}
