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

const made = new Map<string, Bundle>();

/**
 * Bundles a handler of `backend/`, named by its path without extension (`provisioning/handler`), into a deployment package. The AWS SDK
 * stays outside: the Lambda runtime brings it. Same source, same bytes.
 * @throws BulwarkError BW_INTERNAL when the handler does not compile
 */
export function bundleBackend(entry: string): Bundle {
  const known = made.get(entry);
  if (known) return known;
  const zip = zipOf("index.mjs", compile(entryFile(entry)));
  const path = join(mkdtempSync(join(tmpdir(), "bulwark-bundle-")), `${entry.replaceAll("/", "-")}.zip`);
  writeFileSync(path, zip);
  const bundle = { path, hash: createHash("sha256").update(zip).digest("base64") };
  made.set(entry, bundle);
  return bundle;
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

function compile(path: string): Buffer {
  try {
    const result = buildSync({
      entryPoints: [path],
      absWorkingDir: dirname(path),
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
    return Buffer.from(result.outputFiles[0]?.contents ?? []);
  } catch (error) {
    throw new BulwarkError("BW_INTERNAL", { cause: `backend code ${path} does not bundle: ${messageOf(error)}` }, error);
  }
}
