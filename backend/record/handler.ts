import { awsClientFrom, isRecord } from "../aws/client.js";
import { takeTurn } from "../aws/turn.js";
import { type RecorderAnswer, type RecorderCall, type RecorderPorts, record } from "./incident-recorder.js";
import { createIncidentTable } from "./incident-table.js";
import { dropReminder, setReminder } from "./reminders.js";

let ports: RecorderPorts | undefined;

/**
 * AWS Lambda entry: the incident recorder. Called by the response workflow with an alarm and with what was done about it, and by a person with what
 * only a person can decide: when the provider became aware, that a report was sent, that it is over. Environment: PRODUCT, INCIDENT_TABLE, REGIMES
 * (comma-separated), REMINDER_GROUP, REMINDER_ROLE, REMINDER_DEAD_LETTERS, REMINDER_KEY, ALERT_TOPIC.
 * @throws Error when a call makes no sense or could not be recorded
 */
export async function handler(call: RecorderCall): Promise<RecorderAnswer> {
  ports ??= recorderPortsFrom(process.env);
  if (!isRecord(call) || !["open", "respond", "enter"].includes(String(call.action)))
    throw new Error("the recorder is called with action open, respond or enter");
  const answer = await record(call, ports);
  // The head of the chain goes into the log, which this function cannot change: a chain cut short at its end still holds together.
  process.stdout.write(`${JSON.stringify({ event: "incident-record", action: call.action, ...answer })}\n`);
  return answer;
}

export function recorderPortsFrom(environment: Readonly<Record<string, string | undefined>>): RecorderPorts {
  const required = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === "") throw new Error(`${name} is not set: incidents would go unrecorded or deadlines unwatched`);
    return value;
  };
  const place = {
    group: required("REMINDER_GROUP"),
    roleArn: required("REMINDER_ROLE"),
    deadLettersArn: required("REMINDER_DEAD_LETTERS"),
    keyArn: required("REMINDER_KEY"),
    topicArn: required("ALERT_TOPIC"),
  };
  const table = required("INCIDENT_TABLE");
  const client = awsClientFrom(environment, () => new Date());
  return {
    product: required("PRODUCT"),
    table: createIncidentTable(client, table),
    regimes: required("REGIMES").split(","),
    remind: (reminder) => setReminder(client, place, reminder),
    forget: (name) => dropReminder(client, place.group, name),
    now: Date.now,
    turn: takeTurn,
  };
}
