import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { BulwarkError, messageOf } from "../model/errors.js";

export const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");

export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw fileError(path, error);
  }
}

export function fileError(path: string, error: unknown): BulwarkError {
  const code = (error as NodeJS.ErrnoException)?.code;
  if (code === "ENOENT" || code === "ENOTDIR") return new BulwarkError("BW_FILE_NOT_FOUND", { path }, error);
  return new BulwarkError("BW_FILE_UNREADABLE", { path, cause: code ?? messageOf(error) }, error);
}

/** Writes beside the target and renames, so that nobody ever reads half a report and a full disk leaves the old one. */
export function writeWhole(path: string, content: string | Buffer): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new BulwarkError("BW_FILE_UNWRITABLE", { path, cause: (error as NodeJS.ErrnoException)?.code ?? messageOf(error) }, error);
  }
}
