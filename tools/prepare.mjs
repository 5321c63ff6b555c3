// What `prepare` runs: after `npm ci`, before `npm pack`, and wherever npm makes a package of a repository (`npm install git+https://...`, the hooks
// of pre-commit). It fetches what the build takes where npm was told to leave that out. Modules of Node only: nothing else may be there yet.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
/** The compiler, the bundler, and what the sources are typed with. */
const TAKEN = ["typescript", "tsx", "esbuild", "@types/node", "cdktf", "@cdktf/provider-aws", "constructs"];
const unknown = TAKEN.filter((name) => dependencies[name] === undefined && devDependencies[name] === undefined);
if (unknown.length > 0) throw new Error(`package.json no longer has ${unknown.join(", ")}: correct the list in tools/prepare.mjs`);

/**
 * Without npm's own settings for the run that this one is part of. With `-g` they say `global`, under which npm installs no devDependencies, and puts
 * the rest elsewhere (github.com/npm/cli/issues/8440); `omit`, `only`, `production` and NODE_ENV leave them out, too.
 */
const LEAVING_OUT = /^(?:npm_config_(?:global|location|prefix|local_prefix|omit|only|production|include|dry_run|workspaces?)|node_env)$/i;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !LEAVING_OUT.test(name)));

const fetched = TAKEN.some((name) => !existsSync(join(ROOT, "node_modules", name, "package.json")));
// No scripts: `npm ci` would come back here, and nothing the build takes has one that it needs.
if (fetched) npm("ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
npm("run", "build");
if (fetched && leavesOutDev()) npm("prune", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");

/** Who asked for no devDependencies finds none afterwards. */
function leavesOutDev() {
  const { npm_config_omit: omit = "", npm_config_global: global, NODE_ENV: mode } = process.env;
  return global !== "true" && (omit.split(/\s+/).includes("dev") || (mode === "production" && omit === ""));
}

function npm(...args) {
  const path = process.env.npm_execpath ?? "";
  const own = basename(path) === "npm-cli.js";
  const { status, error } = own
    ? spawnSync(process.execPath, [path, ...args], { cwd: ROOT, env, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: ROOT, env, stdio: "inherit", shell: process.platform === "win32" });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
