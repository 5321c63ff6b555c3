import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { BulwarkError, messageOf } from "../../model/errors.js";
import { zipOf } from "./zip.js";

export interface Bundle {
  /** A ZIP file holding `index.mjs`. */
  readonly path: string;
  /** SHA-256 of the ZIP in base64, as `source_code_hash` wants it. */
  readonly hash: string;
}

/** What `backend/` has to deploy. One run of esbuild for all of them costs little more than one for the first, since each run starts a program. */
const HANDLERS = ["detection/handler", "privacy/erasure-handler", "privacy/filter-handler", "provisioning/handler", "record/handler"];

const made = new Map<string, Bundle>();

/**
 * Bundles a handler of `backend/`, named by its path without extension (`provisioning/handler`), into a deployment package. The AWS SDK
 * stays outside: the Lambda runtime brings it. Same source, same bytes.
 * @throws BulwarkError BW_INTERNAL when the handler does not compile
 */
export function bundleBackend(entry: string): Bundle {
  const known = made.get(entry);
  if (known) return known;
  const entries = HANDLERS.includes(entry) ? HANDLERS : [entry];
  const folder = mkdtempSync(join(tmpdir(), "bulwark-bundle-"));
  for (const [name, code] of compile(entries)) made.set(name, pack(folder, name, code));
  const bundle = made.get(entry);
  if (!bundle) throw new BulwarkError("BW_INTERNAL", { cause: `esbuild wrote nothing for backend/${entry}` });
  return bundle;
}

function pack(folder: string, entry: string, code: Buffer): Bundle {
  const zip = zipOf("index.mjs", code);
  const path = join(folder, `${entry.replaceAll("/", "-")}.zip`);
  writeFileSync(path, zip);
  return { path, hash: createHash("sha256").update(zip).digest("base64") };
}

/** Constructs know backend code by its place only: TypeScript in a checkout (also when they run from `dist`), compiled JavaScript in an installed package. */
function entryFile(entry: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, "../../backend", entry);
  const candidates = [`${beside}.ts`, join(here, "../../../backend", `${entry}.ts`), `${beside}.js`];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (!found) throw new BulwarkError("BW_INTERNAL", { cause: `backend/${entry} is not part of this installation` });
  return found;
}

function compile(entries: readonly string[]): ReadonlyMap<string, Buffer> {
  const files = entries.map((entry) => ({ in: entryFile(entry), out: entry }));
  const outdir = join(tmpdir(), "bulwark-bundle");
  try {
    const result = buildSync({
      entryPoints: files,
      // Nothing is written: the folder only gives each output a name to find it by.
      outdir,
      absWorkingDir: dirname(fileURLToPath(import.meta.url)),
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
        const code = written.get(join(outdir, `${entry}.js`));
        return code ? [[entry, code]] : [];
      }),
    );
  } catch (error) {
    throw new BulwarkError("BW_INTERNAL", { cause: `backend code does not bundle: ${messageOf(error)}` }, error);
  }
}
