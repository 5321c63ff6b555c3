import { bindAction } from "./evaluate.js";
import { type Client, prefixOf } from "./reach-clients.js";
import { decisionMachine, type Machine, spelledMachine } from "./reach-machine.js";
import { foreignTopics } from "./reach-owner.js";
import { type Found, findTopic } from "./reach-search.js";
import type { IotAction, PolicyContext } from "./types.js";

/** What a device may ask of AWS over HTTPS with its certificate alone, without a connection to the broker. */
interface HttpsRequest {
  readonly capability: "disconnect-other" | "jobs-foreign" | "read-foreign" | "shadow-foreign";
  readonly use: "disconnect" | "publish" | "read";
  readonly action: IotAction;
}

/** Source: docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html and iot-action-resources.html */
export const HTTPS_REQUESTS: readonly HttpsRequest[] = [
  { capability: "read-foreign", use: "read", action: "iot:GetRetainedMessage" },
  { capability: "disconnect-other", use: "disconnect", action: "iot:DeleteConnection" },
  { capability: "shadow-foreign", use: "publish", action: "iot:UpdateThingShadow" },
  { capability: "shadow-foreign", use: "publish", action: "iot:DeleteThingShadow" },
  { capability: "shadow-foreign", use: "read", action: "iot:GetThingShadow" },
  { capability: "shadow-foreign", use: "read", action: "iot:ListNamedShadowsForThing" },
  { capability: "jobs-foreign", use: "publish", action: "iot:UpdateJobExecution" },
  { capability: "jobs-foreign", use: "publish", action: "iot:StartNextPendingJobExecution" },
  { capability: "jobs-foreign", use: "read", action: "iot:DescribeJobExecution" },
  { capability: "jobs-foreign", use: "read", action: "iot:GetPendingJobExecutions" },
];

export interface HttpsPlace {
  readonly victim: string;
  /** What stands behind the kind in the resource: topic, client id, thing or thing and shadow. */
  readonly name: string;
  readonly resource: string;
  readonly context: PolicyContext;
}

/**
 * Another device's resource for which the policy allows the action. Thing variables have no value over HTTPS; a policy is asked with and without
 * them, so that a condition on the connection hides nothing. Source: docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
 */
export function findHttps({ action }: HttpsRequest, client: Client): Found<HttpsPlace> {
  const { context, policies, owners, victimOf } = client;
  const wanted = action === "iot:GetRetainedMessage" ? foreignTopics("topics", "read", owners) : belowNames(owners.victim);
  const prefix = prefixOf(action, client.arn);
  const unconnected = { ...context, clientId: "", thingIsAttached: false };
  let undecided = false;
  for (const asked of [context, unconnected]) {
    const found = findTopic([decisionMachine(bindAction(policies, action, asked), prefix), wanted]);
    if (found === "undecided") undecided = true;
    if (typeof found === "string") continue;
    const level = found.found.split("/").find((part) => victimOf.has(part)) ?? "";
    return { found: { victim: victimOf.get(level) ?? level, name: found.found, resource: `${prefix}${found.found}`, context: asked } };
  }
  return undecided ? "undecided" : "none";
}

/** Accepts each of the names, and all that begins with one as a whole level. */
function belowNames(names: ReadonlySet<string>): Machine {
  const prefixes = new Set([...names].flatMap((name) => Array.from({ length: name.length }, (_, i) => name.slice(0, i + 1))));
  const step = (state: string, char: string): string | undefined => {
    if (state.endsWith("/")) return state;
    if (char === "/") return names.has(state) ? "/" : undefined;
    return prefixes.has(state + char) ? state + char : undefined;
  };
  const letters = new Set(["/", ...[...names].flatMap((name) => name.split(""))]);
  return spelledMachine("", letters, step, (state) => names.has(state) || state === "/");
}
