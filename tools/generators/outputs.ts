import { knownSchema } from "../../model/known-findings.js";
import { alarmSchema } from "../../model/outputs/alarm.js";
import { checkSchema } from "../../model/outputs/check.js";
import { reachSchema } from "../../model/outputs/reach.js";
import { reportSchema } from "../../model/outputs/report.js";
import { rulesSchema } from "../../model/outputs/rules.js";
import { runSchema } from "../../model/outputs/run.js";
import { scenarioSchema } from "../../simulator/scenarios/schema.js";
import type { Output } from "./output.js";
import { schemaFile } from "./schema-file.js";

/** JSON Schemas of everything Bulwark writes as JSON, and of the scenario file it reads. */
export function outputSchemas(): readonly Output[] {
  return [
    schemaFile("docs/schemas/bulwark.check-1.schema.json", "bulwark.check/1", "Output of bulwark check --format json.", checkSchema),
    schemaFile(
      "docs/schemas/bulwark.baseline-1.schema.json",
      "bulwark.baseline/1",
      "Known findings: what bulwark check --write-baseline writes and --baseline reads.",
      knownSchema,
    ),
    schemaFile("docs/schemas/bulwark.rules-1.schema.json", "bulwark.rules/1", "Output of bulwark rules --format json.", rulesSchema),
    schemaFile("docs/schemas/bulwark.run-1.schema.json", "bulwark.run/1", "run.json of a rehearsal.", runSchema),
    schemaFile("docs/schemas/bulwark.report-1.schema.json", "bulwark.report/1", "report.json of a loop.", reportSchema),
    schemaFile("docs/schemas/bulwark.reach-1.schema.json", "bulwark.reach/1", "Output of bulwark reach --format json.", reachSchema),
    schemaFile(
      "docs/schemas/bulwark.alarm-1.schema.json",
      "bulwark.alarm/1",
      "Detail of an event Bulwark Alarm on the event bus.",
      alarmSchema,
    ),
    schemaFile("docs/schemas/scenario.schema.json", "Scenario", "A rehearsal as data.", scenarioSchema),
  ];
}
