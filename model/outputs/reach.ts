import { z } from "zod";
import { REACH_CAPABILITIES } from "../iot-policy/reach.js";
import { IOT_ACTIONS } from "../iot-policy/types.js";
import { REACH_VERDICTS } from "../reach-report.js";
import { count } from "./parts.js";

const capability = z.enum(REACH_CAPABILITIES);

const witness = z
  .strictObject({
    capability,
    use: z.enum(["connect", "disconnect", "publish", "retain", "read"]),
    protocol: z.literal("https").optional().describe("Absent: over MQTT."),
    notReplayed: z.string().optional().describe("Why bulwark simulate cannot put it to its broker."),
    thing: z.string().describe("Who does it: the thing the certificate belongs to."),
    clientId: z.string(),
    victim: z.string().describe("Whose topics they are."),
    topic: z.string().optional(),
    filter: z.string().optional().describe("What to subscribe to, for reading."),
    allowedBy: z.array(
      z.strictObject({
        action: z.enum(IOT_ACTIONS),
        resource: z.string().describe("Full ARN."),
        policy: z.string(),
        statement: count.describe("0-based."),
      }),
    ),
    dependsOn: z.array(z.string()).describe("What has to hold beside; empty: nothing."),
  })
  .describe("One way to another device, spelled out so that it can be tried.");

/** `bulwark.reach/1`: what `bulwark reach --format json` prints. */
export const reachSchema = z.strictObject({
  schema: z.literal("bulwark.reach/1"),
  inputs: z.array(z.strictObject({ path: z.string(), policies: count })),
  policies: z.array(
    z.strictObject({
      place: z.string(),
      name: z.string(),
      kind: z.enum(["device", "provisioning"]),
      verdict: z.enum(REACH_VERDICTS),
      connectAssumed: z.boolean().describe("No policy here grants iot:Connect; another one of the device is taken to."),
      nobodyConnects: z.literal(true).optional().describe("iot:Connect is granted, but nobody was found whom it lets in."),
      witnesses: z.array(witness),
      undecided: z.array(z.strictObject({ capability, use: z.enum(["disconnect", "publish", "retain", "read"]) })),
      notes: z.array(z.string()),
    }),
  ),
  summary: z.strictObject({ reaches: count, depends: count, unknown: count, contained: count }),
});
