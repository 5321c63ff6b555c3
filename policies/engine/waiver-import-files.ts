import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { parseYaml } from "../../model/documents/index.js";
import { BulwarkError } from "../../model/errors.js";
import { modulePaths } from "../lift/hcl/module-paths.js";
import { isObject, own } from "../lift/normal.js";
import { parseJson, readBytes, statOf, textOf } from "../lift/read.js";
import type { Suppression } from "./waiver-import.js";
import { skipComments } from "./waiver-import-hcl.js";

/** What is read of a folder: a baseline of Checkov may have any name, and is looked for by the one Checkov gives it. */
const KNOWN_NAME = /\.(?:tf|tofu)$|^\.checkov\.baseline$|trivyignore(?:\.ya?ml)?$/;

export interface SuppressionFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files behind what the user named, as text; of folders those of a known name, all the way down.
 * @throws BulwarkError BW_FILE_NOT_FOUND, BW_FILE_UNREADABLE, BW_FILE_BINARY; BW_IMPORT_UNKNOWN for a folder without any
 */
export function findSuppressions(paths: readonly string[]): readonly SuppressionFile[] {
  return paths.flatMap((path) => {
    const files = statOf(path).isDirectory() ? filesBelow(path) : [path];
    if (files.length === 0)
      throw new BulwarkError("BW_IMPORT_UNKNOWN", { path, problem: "holds no file with suppressions of a known form" });
    return files.map((file) => ({ path: file, text: textOf(file, readBytes(file)) }));
  });
}

/** In name order. Links are not followed, and `.terraform` with its copies of modules is a dot folder, which none is read of. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith(".") || entry.name === "node_modules" ? [] : filesBelow(path);
      return entry.isFile() && KNOWN_NAME.test(entry.name) ? [path] : [];
    });
}

/**
 * Reads the suppressions of files, each told by its name and content. Comments in a module stand at the addresses by which its callers know it, where
 * those are among the files.
 * @throws BulwarkError BW_IMPORT_UNKNOWN, BW_JSON_INVALID, BW_YAML_INVALID
 */
export function readSuppressions(files: readonly SuppressionFile[]): readonly Suppression[] {
  const pathsOf = modulePaths(files);
  return files.flatMap(({ path, text }) =>
    isTerraform(path) ? skipComments(path, text).flatMap((found) => inModules(found, pathsOf(path))) : otherSuppressions(path, text),
  );
}

const isTerraform = (path: string): boolean => /\.(?:tf|tofu)$/.test(path);

/** What stands in no block, or holds for the whole file, has no address that a module could stand before. */
const inModules = (found: Suppression, modules: readonly string[]): readonly Suppression[] =>
  found.address === "" || found.address === "*"
    ? [found]
    : modules.map((module) => (module === "" ? found : { ...found, address: `${module}.${found.address}` }));

function otherSuppressions(file: string, text: string): readonly Suppression[] {
  const name = basename(file);
  if (/trivyignore\.ya?ml$/.test(name)) return trivyYaml(file, text);
  if (name.endsWith("trivyignore")) return trivyIgnore(file, text);
  if (text.trimStart().startsWith("{")) return checkovBaseline(file, text);
  throw new BulwarkError("BW_IMPORT_UNKNOWN", { path: file, problem: "holds no suppressions of a known form" });
}

/** `{failed_checks: [{file, findings: [{resource, check_ids}]}]}`, as `checkov --create-baseline` writes it. */
function checkovBaseline(file: string, text: string): readonly Suppression[] {
  const checks = memberOf(parseJson(file, text), "failed_checks");
  if (!Array.isArray(checks)) throw new BulwarkError("BW_IMPORT_UNKNOWN", { path: file, problem: "is JSON without failed_checks" });
  return checks.flatMap((check) => {
    const source = memberOf(check, "file");
    return listOf(check, "findings").flatMap((finding) => {
      const resource = memberOf(finding, "resource");
      return listOf(finding, "check_ids").flatMap((id): readonly Suppression[] =>
        typeof id === "string" && typeof resource === "string"
          ? [
              {
                tool: "checkov",
                id,
                address: resource,
                ...(typeof source === "string" ? { note: `found in ${source}` } : {}),
                file,
                line: 0,
              },
            ]
          : [],
      );
    });
  });
}

/** An id a line, with `exp:YYYY-MM-DD` behind it; comments are kept as notes, since a heading is no reason. Source: trivy.dev/latest/docs/configuration/filtering/ */
function trivyIgnore(file: string, text: string): readonly Suppression[] {
  const found: Suppression[] = [];
  let note = "";
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const entry = line.replace(/#.*$/, "").trim();
    const remark = /#\s*(.*)$/.exec(line)?.[1]?.trim() ?? "";
    if (entry === "") {
      note = remark;
      continue;
    }
    const [id = "", ...rest] = entry.split(/\s+/);
    const expires = rest.map((word) => /^exp:(\d{4}-\d{2}-\d{2})$/.exec(word)?.[1]).find((date) => date !== undefined);
    const said = remark === "" ? note : remark;
    found.push({
      tool: "trivy",
      id,
      address: "*",
      ...(expires === undefined ? {} : { expires }),
      ...(said === "" ? {} : { note: said }),
      file,
      line: at + 1,
    });
  }
  return found;
}

const TRIVY_SECTIONS = ["misconfigurations", "vulnerabilities", "secrets", "licenses"];

/** Only misconfigurations can have a rule; the other sections are listed as having none. */
function trivyYaml(file: string, text: string): readonly Suppression[] {
  return parseYaml(text, file).flatMap(({ value, locate }) =>
    TRIVY_SECTIONS.flatMap((section) =>
      listOf(value, section).flatMap((entry, index): readonly Suppression[] => {
        const id = memberOf(entry, "id");
        if (typeof id !== "string") return [];
        const statement = memberOf(entry, "statement");
        const expires = memberOf(entry, "expired_at");
        const paths = listOf(entry, "paths").filter((path) => typeof path === "string");
        return [
          {
            tool: "trivy",
            id,
            address: "*",
            ...(typeof statement === "string" ? { reason: statement } : {}),
            ...(typeof expires === "string" ? { expires: expires.slice(0, 10) } : {}),
            ...(paths.length === 0 ? {} : { note: `only in ${paths.join(", ")}` }),
            file,
            line: locate([section, index]).line,
          },
        ];
      }),
    ),
  );
}

const memberOf = (value: unknown, key: string): unknown => (isObject(value) ? own(value, key) : undefined);

function listOf(value: unknown, key: string): readonly unknown[] {
  const list = memberOf(value, key);
  return Array.isArray(list) ? list : [];
}
