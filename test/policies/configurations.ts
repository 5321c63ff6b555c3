import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { LiftedInput } from "../../model/resource.js";
import { liftConfiguration } from "../../policies/lift/hcl/configuration/lift.js";

const scratch = mkdtempSync(join(tmpdir(), "bulwark-configuration-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder with these files. */
export function folder(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(scratch, "folder-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}
/** Of each resource, by its address. */
export const valuesOf = ({ resources }: LiftedInput): Readonly<Record<string, unknown>> =>
  Object.fromEntries(resources.map(({ address, values }) => [address, values]));
/** Of the text of one file, or of files by their names. */
export const lifted = (files: string | Readonly<Record<string, string>>): LiftedInput =>
  liftConfiguration(folder(typeof files === "string" ? { "main.tf": files } : files));
export const values = (files: string | Readonly<Record<string, string>>): Readonly<Record<string, unknown>> => valuesOf(lifted(files));
