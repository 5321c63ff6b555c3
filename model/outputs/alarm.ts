import { z } from "zod";
import { severity } from "./parts.js";

/** `bulwark.alarm/1`: the detail of an event `Bulwark Alarm` on the event bus of a backend. */
export const alarmSchema = z.strictObject({
  schema: z.literal("bulwark.alarm/1"),
  product: z.string(),
  key: z.string().describe("Unique for ever: detector, subject, episode and the time the episode began."),
  response: z.enum(["quarantine", "block-source", "notify"]),
  title: z.string(),
  runbook: z.string(),
  alarm: z.strictObject({
    id: z.string(),
    detector: z.string(),
    severity,
    thing: z.string().optional(),
    source: z.string().optional(),
    firstSeen: z.number().describe("Milliseconds since the epoch; so is `at`."),
    at: z.number(),
    metric: z.string(),
    observed: z.number(),
    expected: z.string(),
    windowMs: z.number(),
    evidence: z.array(z.string()),
  }),
});

export type AlarmDetail = z.infer<typeof alarmSchema>;
