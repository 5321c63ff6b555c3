import { constants, isAscii, isUtf8 } from "node:buffer";
import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { BulwarkError, messageOf } from "../../model/errors.js";
import { jsonFault } from "./json-error.js";

/** What a file name may promise; anything else in a folder is passed over unread. */
const READABLE = /\.(json|ya?ml)$/i;
const SKIPPED_FOLDERS = new Set(["node_modules"]);

/** Stands for standard input among the paths; a file of that name is `./-`. */
const STDIN = "-";

export interface FoundFile {
  readonly path: string;
  /** Named by the user, so it must be an input; in a folder, other files are passed over. */
  readonly named: boolean;
}

/**
 * The files behind what the user named, folders read recursively in name order without `node_modules`, what begins with a dot
 * and symlink loops; `-` is stdin.
 * @throws BulwarkError BW_FILE_NOT_FOUND, BW_FILE_UNREADABLE
 */
export function findFiles(paths: readonly string[]): readonly FoundFile[] {
  return paths.flatMap((path): readonly FoundFile[] =>
    path !== STDIN && statOf(path).isDirectory() ? filesBelow(path).map((file) => ({ path: file, named: false })) : [{ path, named: true }],
  );
}

/** One text for all names of a file; of a pipe, which has no other, its own. */
export function identityOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** @throws BulwarkError BW_FILE_NOT_FOUND, BW_FILE_UNREADABLE */
export function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") throw new BulwarkError("BW_FILE_NOT_FOUND", { path }, thrown);
    throw new BulwarkError("BW_FILE_UNREADABLE", { path, cause: messageOf(thrown) }, thrown);
  }
}

/** Folders that hold a file of such a name, the folder itself and those below it. */
export const foldersHolding = (top: string, name: RegExp): readonly string[] => [
  ...new Set(filesBelow(top, name).map((file) => dirname(file))),
];

function filesBelow(top: string, wanted: RegExp = READABLE): readonly string[] {
  const files: string[] = [];
  const seen = new Set<string>();
  const open = [top];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const real = realpathSync(folder);
    if (seen.has(real)) continue;
    seen.add(real);
    const below: string[] = [];
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      const stat = lstatSync(path).isSymbolicLink() ? statOrNothing(path) : lstatSync(path);
      if (stat?.isDirectory() === true && !name.startsWith(".") && !SKIPPED_FOLDERS.has(name)) below.push(path);
      else if (stat?.isFile() === true && !name.startsWith(".") && wanted.test(name)) files.push(path);
    }
    open.push(...below.reverse());
  }
  return files;
}

function statOrNothing(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** @throws BulwarkError BW_FILE_UNREADABLE */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path === STDIN ? 0 : path);
  } catch (thrown) {
    throw new BulwarkError("BW_FILE_UNREADABLE", { path, cause: messageOf(thrown) }, thrown);
  }
}

/**
 * A file as text: UTF-8 with or without byte order mark, or UTF-16 with one (what PowerShell's `>` writes).
 * @throws BulwarkError BW_FILE_BINARY for anything else, BW_FILE_UNREADABLE
 */
export function textOf(path: string, bytes: Buffer): string {
  if (bytes.length > constants.MAX_STRING_LENGTH)
    throw new BulwarkError("BW_FILE_UNREADABLE", {
      path,
      cause: `it has ${bytes.length} bytes; ${constants.MAX_STRING_LENGTH} can be held as text`,
    });
  return decode(path, bytes);
}

function decode(path: string, bytes: Buffer): string {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be", { fatal: true }).decode(bytes);
    if (bytes.indexOf(0) >= 0 || !isUtf8(bytes)) throw new BulwarkError("BW_FILE_BINARY", { path });
    if (isAscii(bytes)) return bytes.toString("latin1");
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.toString("utf8", 3) : bytes.toString("utf8");
  } catch (thrown) {
    throw thrown instanceof BulwarkError ? thrown : new BulwarkError("BW_FILE_BINARY", { path }, thrown);
  }
}

/** @throws BulwarkError BW_JSON_INVALID with line and column. */
export function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const cause = messageOf(thrown);
    const { line, column } = placeOf(text);
    throw new BulwarkError("BW_JSON_INVALID", { path, line, column, cause: wordsOf(cause) }, thrown);
  }
}

function placeOf(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, jsonFault(text));
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}

const wordsOf = (message: string): string => {
  const first = message.split(/ in JSON| at position|, (?:\.\.\.)?"/)[0] ?? message;
  return /Unexpected end|Unterminated/.test(message) ? `${first} (the text stops early)` : first;
};
