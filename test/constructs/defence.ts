import { AlertTopic } from "../../constructs/base/alert-topic.js";
import { BackendContext } from "../../constructs/base/backend-context.js";
import { CodeSigning } from "../../constructs/base/code-signing.js";
import { DataKey } from "../../constructs/base/data-key.js";
import { ThingGroups } from "../../constructs/identity/thing-groups.js";
import { AccessLogBucket } from "../../constructs/record/access-log-bucket.js";
import { FleetDefence, type FleetDefenceOptions } from "../../constructs/respond/fleet-defence.js";
import { type SynthStack, synthStack } from "../support/synth-stack.js";
import { PROPS } from "./fleet.js";

/** Detection and response by themselves, with what they need and nothing else. */
export const synthDefence = (options: FleetDefenceOptions = {}): SynthStack =>
  synthStack((stack) => {
    const context = new BackendContext(stack, PROPS);
    const key = new DataKey(stack, "audit-key", { context, dataClass: "audit" });
    key.grantLogs();
    const alertKey = new DataKey(stack, "alerts-key", { context, dataClass: "alerts" });
    const alerts = new AlertTopic(stack, "alerts", { context, key: alertKey });
    const groups = new ThingGroups(stack, "groups", { context });
    const { bucket: accessLogs } = new AccessLogBucket(stack, "access-logs", { context });
    const codeSigning = new CodeSigning(stack, "code-signing", { context, accessLogs });
    new FleetDefence(stack, "defence", { context, key, logKey: key, alerts, groups, codeSigning, ...options });
  });
