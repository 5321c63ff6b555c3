import { z } from "zod";
import { canonicalJson } from "../canonical-json.js";
import { obligationId, severity } from "../documents/scalars.js";
import { DETECTORS } from "./catalogue.js";
import type { Detector, FleetEventType } from "./types.js";

/**
 * Bounds of a provider's own detectors. What they remember of one device or address is one item of a table, and DynamoDB takes 400 KB an item:
 * that, not the time of a call, is what they are made of. Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
export const OWN_DETECTOR_LIMITS = {
  /** Shipped ones and own ones together. */
  detectors: 40,
  /** Client ids that all detectors with `distinct` together remember of one subject; 30 bytes each. */
  distinct: 5_000,
  /** Characters of the instructions, which travel in every alarm. */
  runbook: 2_000,
  /** Characters of all detectors as JSON, which travel in the package. */
  json: 131_072,
} as const;

const EVENTS = [
  "connected",
  "disconnected",
  "connect-refused",
  "published",
  "publish-refused",
  "subscribed",
  "subscribe-refused",
  "job-execution",
] as const satisfies readonly FleetEventType[];
const REFUSED: readonly string[] = ["connect-refused", "publish-refused", "subscribe-refused"];
const WITH_SOURCE: readonly string[] = ["connected", "connect-refused"];
const WITH_CLIENT: readonly string[] = ["connected", "disconnected", "connect-refused"];
const WITH_TOPIC: readonly string[] = ["published", "publish-refused", "subscribed", "subscribe-refused"];

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case letters, digits and single hyphens, like night-publish")
  .max(64);
const windowMs = z.int().min(1_000).max(86_400_000);
const learn = z.int().min(1).max(1_000);

const logic = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("count"),
    events: z.array(z.enum(EVENTS)).min(1),
    reasons: z
      .array(z.enum(["tls", "certificate", "authorization", "quarantine", "limit"]))
      .min(1)
      .optional(),
    topics: z.array(z.string().min(1).max(256)).min(1).max(64).optional(),
    distinct: z.literal("clientId").optional(),
    count: z.int().min(1).max(100_000),
    windowMs,
  }),
  z.strictObject({
    kind: z.literal("volume"),
    measure: z.enum(["bytes", "messages"]),
    windowMs,
    sigmas: z.number().gt(0).max(100),
    factor: z.number().min(1),
    floor: z.number().min(0),
    learnWindows: learn,
  }),
  z.strictObject({ kind: z.literal("silence"), factor: z.number().gt(1), floorMs: z.int().min(60_000), learnIntervals: learn }),
  z.strictObject({ kind: z.literal("job-reason"), reasonCodes: z.array(z.string().min(1).max(64)).min(1).max(64) }),
]);

const detectorSchema = z.strictObject({
  id,
  title: z.string().min(1).max(120),
  subject: z.enum(["thing", "source"]),
  logic,
  severity,
  response: z.enum(["quarantine", "block-source", "notify"]),
  techniques: z.array(
    z.strictObject({ matrix: z.enum(["ics", "enterprise"]), id: z.string().regex(/^T\d{4}(\.\d{3})?$/), name: z.string().min(1) }),
  ),
  obligations: z.array(obligationId),
  runbook: z.string().min(1).max(OWN_DETECTOR_LIMITS.runbook),
});

/** What is wrong with one detector or with all of them; `detector` is the id where one is to blame. */
export interface DetectorProblem {
  readonly detector?: string;
  readonly problem: string;
}

/**
 * The shipped detectors with a provider's own: one that has a shipped one's id takes its place, the others are added. A shipped one cannot be left
 * out, so that nobody loses one by writing down the two that matter most.
 */
export function detectorsWith(own: readonly Detector[]): readonly Detector[] {
  const byId = new Map(own.map((detector) => [detector.id, detector]));
  const shipped = new Set(DETECTORS.map((detector) => detector.id));
  return [...DETECTORS.map((detector) => byId.get(detector.id) ?? detector), ...own.filter((detector) => !shipped.has(detector.id))];
}

/** The first thing that is wrong with a provider's own detectors, or nothing. */
export function problemOfOwn(own: readonly unknown[]): DetectorProblem | undefined {
  const seen = new Set<string>();
  for (const [index, each] of own.entries()) {
    const parsed = detectorSchema.safeParse(each);
    const name = nameOf(each) ?? `entry ${index + 1}`;
    if (!parsed.success) return { detector: name, problem: sentence(parsed.error) };
    const problem = seen.has(name) ? "has the id of another" : mismatch(parsed.data);
    if (problem !== undefined) return { detector: name, problem };
    seen.add(name);
  }
  return tooMuch(detectorsWith(own as readonly Detector[]));
}

function tooMuch(detectors: readonly Detector[]): DetectorProblem | undefined {
  const { detectors: most, distinct, json } = OWN_DETECTOR_LIMITS;
  if (detectors.length > most) return { problem: `${detectors.length} detectors with the shipped ones; ${most} are the most` };
  const remembered = detectors.reduce((sum, { logic }) => sum + (logic.kind === "count" && logic.distinct ? logic.count : 0), 0);
  if (remembered > distinct)
    return { problem: `together they remember ${remembered} client ids of one subject; ${distinct} are the most its entry has room for` };
  const { length } = canonicalJson(detectors);
  return length > json ? { problem: `they are ${length} characters of JSON; ${json} are the most` } : undefined;
}

/** What each part may be, and the parts together may not: such a detector would never speak, or nobody could act on it. */
function mismatch({ subject, response, logic }: Detector): string | undefined {
  if (response === "quarantine" && subject !== "thing") return "quarantines, which takes subject thing: an address has no rights to lose";
  if (response === "block-source" && subject !== "source") return "blocks an address, which takes subject source";
  if (logic.kind !== "count") return subject === "thing" ? undefined : `watches addresses, and what a ${logic.kind} is made of names none`;
  const without = (known: readonly string[]): string | undefined => logic.events.find((event) => !known.includes(event));
  const checks: readonly (readonly [boolean, readonly string[], string])[] = [
    [subject === "source", WITH_SOURCE, "names no address"],
    [logic.reasons !== undefined, REFUSED, "has no reason"],
    [logic.topics !== undefined, WITH_TOPIC, "has no topic"],
    [logic.distinct !== undefined, WITH_CLIENT, "names no client id"],
  ];
  for (const [asked, known, lacks] of checks) {
    const event = asked ? without(known) : undefined;
    if (event !== undefined) return `counts ${event}, which ${lacks}`;
  }
  return undefined;
}

const nameOf = (value: unknown): string | undefined => {
  const given = (value as { readonly id?: unknown } | null | undefined)?.id;
  return typeof given === "string" ? given : undefined;
};

function sentence({ issues }: z.ZodError): string {
  const [first] = issues;
  return first === undefined ? "is no detector" : `${first.path.join(".") || "it"}: ${first.message}`;
}
