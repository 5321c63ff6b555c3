import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Construct } from "constructs";
import { buildSync } from "esbuild";
import { App } from "#tf";
import { BulwarkError, messageOf } from "../../model/errors.js";
import { LIBRARY_FOLDER } from "./library-folder.js";
import { zipOf } from "./zip.js";

/** A deployment package, in memory. */
export interface Bundle {
  /** `provisioning-handler.zip`. */
  readonly fileName: string;
  /** A ZIP file holding `index.mjs` and what was added to it. */
  readonly content: Buffer;
  /** SHA-256 of the ZIP in base64, as `source_code_hash` wants it. */
  readonly hash: string;
}

/** What `backend/` has to deploy. One run of esbuild for all of them costs little more than one for the first, since each run starts a program. */
const HANDLERS = [
  "detection/handler",
  "privacy/erasure-handler",
  "privacy/filter-handler",
  "provisioning/handler",
  "record/handler",
  "response/handler",
];

/** A name to find each output by; nothing is written there. */
const NOWHERE = resolve("/bulwark-bundle");
const PACKAGES = "bulwark-packages";

const compiled = new Map<string, Buffer>();
const emptied = new WeakSet<App>();

/**
 * Bundles a handler of `backend/`, named by its path without extension (`provisioning/handler`), into a deployment package. The AWS SDK
 * stays outside: the Lambda runtime brings it. Same source and files, same bytes.
 * @param files more files of the package, by name: what the handler reads beside itself
 * @throws BulwarkError BW_INTERNAL when the handler does not compile
 */
export function bundleBackend(entry: string, files: Readonly<Record<string, string>> = {}): Bundle {
  if (!compiled.has(entry)) {
    const entries = HANDLERS.includes(entry) ? HANDLERS : [entry];
    for (const [name, code] of compile(entries)) compiled.set(name, code);
  }
  const code = compiled.get(entry);
  if (!code) throw new BulwarkError("BW_INTERNAL", { cause: `esbuild wrote nothing for backend/${entry}` });
  const more = Object.entries(files).map(([name, text]) => [name, Buffer.from(text, "utf8")] as const);
  const content = zipOf([["index.mjs", code], ...more]);
  return { fileName: `${entry.replaceAll("/", "-")}.zip`, content, hash: createHash("sha256").update(content).digest("base64") };
}

/**
 * Puts a package where an asset can take it from: into the output folder of the app, the one place that is the user's to keep or to delete.
 * @returns its absolute path
 */
export function placeBundle(scope: Construct, { fileName, content, hash }: Bundle): string {
  const app = App.of(scope);
  const root = resolve(app.outdir, PACKAGES);
  if (!emptied.has(app)) {
    // What an earlier synthesis left there nobody refers to.
    rmSync(root, { recursive: true, force: true });
    emptied.add(app);
  }
  const folder = join(root, Buffer.from(hash, "base64").toString("hex").slice(0, 16));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  writeFileSync(path, content);
  return path;
}

/** Constructs know backend code by its place only: TypeScript in a checkout (also when they run from `dist`), compiled JavaScript in an installed package. */
function entryFile(entry: string): string {
  const beside = join(LIBRARY_FOLDER, "../backend", entry);
  const candidates = [`${beside}.ts`, join(LIBRARY_FOLDER, "../../backend", `${entry}.ts`), `${beside}.js`];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (!found) throw new BulwarkError("BW_INTERNAL", { cause: `backend/${entry} is not part of this installation` });
  return found;
}

function compile(entries: readonly string[]): ReadonlyMap<string, Buffer> {
  const files = entries.map((entry) => ({ in: entryFile(entry), out: entry }));
  try {
    const result = buildSync({
      entryPoints: files,
      outdir: NOWHERE,
      absWorkingDir: LIBRARY_FOLDER,
      bundle: true,
      write: false,
      platform: "node",
      target: "node22",
      format: "esm",
      external: ["@aws-sdk/*", "@smithy/*"],
      minifyWhitespace: true,
      minifySyntax: true,
      legalComments: "none",
      logLevel: "silent",
      // A user's own tsconfig must not change what is deployed.
      tsconfigRaw: { compilerOptions: { target: "ES2022", verbatimModuleSyntax: true } },
    });
    const written = new Map(result.outputFiles.map(({ path, contents }) => [path, Buffer.from(contents)]));
    return new Map(
      entries.flatMap((entry) => {
        const code = written.get(join(NOWHERE, `${entry}.js`));
        return code ? [[entry, code]] : [];
      }),
    );
  } catch (error) {
    throw new BulwarkError("BW_INTERNAL", { cause: `backend code does not bundle: ${messageOf(error)}` }, error);
  }
}
