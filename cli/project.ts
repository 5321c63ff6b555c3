import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseProject, type RuleSettings } from "../model/documents/index.js";
import { BulwarkError } from "../model/errors.js";
import { parseScenario } from "../simulator/scenarios/parse.js";
import type { Scenario } from "../simulator/scenarios/schema.js";
import { readText } from "./files.js";

/** A project folder with every path made absolute and the scenario read: bad input is told before any work begins. */
export interface LoadedProject {
  readonly name: string;
  readonly app: string;
  readonly dossier: string;
  /** The dossier's YAML files. */
  readonly documents: readonly string[];
  readonly scenarioPath: string;
  readonly scenario: Scenario;
  readonly out: string;
  /** Day the documents are judged on, when the project pins one. */
  readonly asOf?: string;
  readonly waivers?: { readonly path: string; readonly text: string };
  /** What the project decides otherwise than the rule library. */
  readonly adjustment?: { readonly path: string; readonly settings: RuleSettings };
}

/** @throws BulwarkError BW_FILE_NOT_FOUND, BW_PROJECT_INVALID, BW_YAML_INVALID, BW_SCENARIO_INVALID, BW_THRESHOLD_INVALID */
export function loadProject(folder: string, out: string | undefined): LoadedProject {
  const path = projectFile(folder);
  const project = parseProject(readText(path), path).value;
  const here = resolve(folder);
  const scenarioPath = join(here, project.scenario);
  const dossier = join(here, project.dossier);
  const app = join(here, project.app);
  for (const named of [app, dossier, scenarioPath]) if (!existsSync(named)) throw new BulwarkError("BW_FILE_NOT_FOUND", { path: named });
  const waivers = project.waivers === undefined ? undefined : join(here, project.waivers);
  return {
    name: basename(here),
    app,
    dossier,
    documents: yamlFiles(dossier),
    scenarioPath,
    scenario: parseScenario(readText(scenarioPath), scenarioPath).scenario,
    out: out === undefined ? join(here, project.out) : resolve(out),
    ...(project.asOf === undefined ? {} : { asOf: project.asOf }),
    ...(waivers === undefined ? {} : { waivers: { path: waivers, text: readText(waivers) } }),
    ...(project.rules === undefined ? {} : { adjustment: { path, settings: project.rules } }),
  };
}

function projectFile(folder: string): string {
  if (!existsSync(folder)) throw new BulwarkError("BW_FILE_NOT_FOUND", { path: folder });
  if (!statSync(folder).isDirectory())
    throw new BulwarkError("BW_PROJECT_INVALID", { path: folder, problem: "is a file; give the folder that holds bulwark.yaml" });
  const path = join(folder, "bulwark.yaml");
  if (!existsSync(path)) throw new BulwarkError("BW_PROJECT_INVALID", { path: folder, problem: "has no bulwark.yaml" });
  return path;
}

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));
