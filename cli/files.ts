import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { BulwarkError, messageOf } from "../model/errors.js";
import { textOf } from "../policies/lift/read.js";

export const sha256 = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");

/** UTF-8 or UTF-16 with a byte order mark, as every input is read. @throws BulwarkError BW_FILE_NOT_FOUND, BW_FILE_UNREADABLE, BW_FILE_BINARY */
export function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw fileError(path, error);
  }
  return textOf(path, bytes);
}

export function fileError(path: string, error: unknown): BulwarkError {
  const code = (error as NodeJS.ErrnoException)?.code;
  if (code === "ENOENT" || code === "ENOTDIR") return new BulwarkError("BW_FILE_NOT_FOUND", { path }, error);
  return new BulwarkError("BW_FILE_UNREADABLE", { path, cause: code ?? messageOf(error) }, error);
}

/**
 * Writes beside the target and renames, so that nobody ever reads half a report and a full disk leaves the old one. What stands at the path stays
 * what it is: a link goes on pointing to its file, a file keeps its mode, and a pipe or a device is written into.
 * @throws BulwarkError BW_FILE_UNWRITABLE
 */
export function writeWhole(path: string, content: string | Buffer): void {
  const there = statOf(path, statSync);
  // A link to nothing is written through, too; a file behind /dev/stdout is open elsewhere, so it must remain that file.
  if (there === undefined ? statOf(path, lstatSync) !== undefined : !there.isFile() || /^\/(?:dev|proc)\//.test(resolve(path))) {
    unwritable(path, () => writeFileSync(path, content, { flag: there?.isFile() === true ? "a" : "w" }));
    return;
  }
  const target = there === undefined ? path : unwritable(path, () => realpathSync(path));
  makeFolder(path, dirname(target));
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    writeFileSync(temporary, content);
    if (there !== undefined) chmodSync(temporary, there.mode & 0o7777);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw writeError(path, error);
  }
}

function statOf(path: string, stat: (path: string) => Stats): Stats | undefined {
  try {
    return stat(path);
  } catch {
    return undefined;
  }
}

/** Step by step: below /proc, `recursive` of Node tries for ever. */
function makeFolder(path: string, folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path, dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    throw writeError(path, error, `its folder ${folder} cannot be made: `);
  }
}

function unwritable<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw writeError(path, error);
  }
}

function writeError(path: string, error: unknown, what = ""): BulwarkError {
  const code = (error as NodeJS.ErrnoException)?.code;
  return new BulwarkError(
    "BW_FILE_UNWRITABLE",
    { path, cause: `${what}${code === "EISDIR" ? "it is a folder" : (code ?? messageOf(error))}` },
    error,
  );
}
