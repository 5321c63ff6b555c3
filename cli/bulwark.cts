#!/usr/bin/env node
import fs = require("node:fs");
import path = require("node:path");
import vm = require("node:vm");

/**
 * The command `bulwark` as it is installed: starts the file that `npm run build` makes of cli/main.ts (tools/bundle-dist.ts). Both are CommonJS, since Node
 * takes longer to load an ES module than a small plan takes to judge.
 */
const MAIN = path.join(__dirname, "main.cjs");

/** V8's compiled form of MAIN as the build left it. V8 refuses what another version of it wrote, and compiles MAIN as if there were none. */
const CACHE = `${MAIN}.cache`;

/**
 * What a module finds around it; `load` in place of `import()`, which a script from the cache has no loader for; `later` in place of `require` for
 * modules of Node that most checks never use (tools/bundle-dist.ts).
 */
const PARAMETERS = ["require", "__filename", "load", "later"];

function compile(): vm.Script {
  const source = `(function (${PARAMETERS}) {${fs.readFileSync(MAIN, "utf8")}\n})`;
  const cachedData = fs.existsSync(CACHE) ? fs.readFileSync(CACHE) : undefined;
  return new vm.Script(source, cachedData ? { filename: MAIN, cachedData } : { filename: MAIN });
}

function run(script: vm.Script): void {
  script.runInThisContext()(require, MAIN, (module: string) => import(module), later);
}

/** Stands for a module that is loaded when something of it is asked for. */
function later(name: string): object {
  let module: object | undefined;
  return new Proxy(
    {},
    {
      get(_, key) {
        module ??= require(name) as object;
        return Reflect.get(module, key);
      },
    },
  );
}

if (require.main === module) run(compile());

export = { CACHE, compile, run };
