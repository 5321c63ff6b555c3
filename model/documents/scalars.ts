import { z } from "zod";
import { OBLIGATIONS } from "../obligations/catalogue.js";
import { REGIME_IDS } from "../obligations/regimes.js";

/** Scalars and small shapes the document kinds share. Units stand in key names (`soakHours`), dates are calendar days, times are UTC. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, "expected lower-case letters and digits joined by single hyphens or dots, like door-lock-2.4.1")
  .max(80);
export const text = z.string().min(1, "expected text, found an empty one").max(2000);
/** Long enough to say something to someone else. */
export const reason = z.string().min(10, "expected a reason of at least 10 characters").max(2000);
export const date = z.iso.date("expected a date, like 2026-11-20");
export const instant = z.iso.datetime({ offset: false, error: "expected a time in UTC, like 2026-11-20T09:30:00Z" });
export const url = z.url({ protocol: /^https$/, error: "expected an https address" });
export const email = z.email("expected an e-mail address");
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected a SHA-256 digest: 64 lower-case hexadecimal digits");
export const country = z.string().regex(/^[A-Z]{2}$/, "expected a country code of two capitals, like DE");
export const market = z.string().regex(/^[A-Z]{2}(-[A-Z]{2,3})?$/, "expected EU, a country code like UK, or a state like US-CA");
export const language = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "expected a language code, like en or pt-BR");
export const version = z.string().regex(/^\d+\.\d+\.\d+$/, "expected a version of three numbers, like 2.4.1");
export const percent = z.number().min(0).max(100);
export const count = z.int().min(0);
export const days = z.int().min(0).max(36_500);
export const positiveDays = z.int().min(1).max(36_500);
export const severity = z.enum(["critical", "high", "medium", "low"]);
export const regimeId = z.enum(REGIME_IDS as [(typeof REGIME_IDS)[number], ...(typeof REGIME_IDS)[number][]]);
const OBLIGATION_IDS = OBLIGATIONS.map((row) => row.id);
export const obligationId = z.enum(OBLIGATION_IDS as [(typeof OBLIGATION_IDS)[number], ...(typeof OBLIGATION_IDS)[number][]]);

/** A fact a person states; `unknown` is an answer that a check must not read as false. */
export const fact = z.union([z.boolean(), z.literal("unknown")], "expected true, false or unknown");

export const person = z.strictObject({ name: text, role: text, organisation: text.optional(), email: email.optional() });

/** A file by content. `ref` is a path relative to the document or an https address; the digest is what counts. */
export const fileRef = z.strictObject({ ref: text, sha256 });

/** A finding of an assessment, audit or test, and what became of it. */
export const finding = z
  .strictObject({
    id,
    title: text,
    severity,
    status: z.enum(["open", "fixed", "accepted"]),
    owner: text,
    due: date,
    closedOn: date.optional(),
    reason: reason.optional(),
  })
  .refine((each) => each.status !== "accepted" || each.reason !== undefined, {
    path: ["reason"],
    error: "an accepted finding needs a reason",
  })
  .refine((each) => each.status !== "fixed" || each.closedOn !== undefined, {
    path: ["closedOn"],
    error: "a fixed finding needs the day it was closed",
  });

/** A list whose items carry an `id` unique in it. */
export function uniquely<T extends z.ZodType<{ readonly id: string }>>(item: T) {
  return z.array(item).superRefine((items, context) => {
    const seen = new Set<string>();
    items.forEach((each, index) => {
      if (seen.has(each.id)) context.addIssue({ code: "custom", path: [index, "id"], message: `${each.id} is used twice in this list` });
      seen.add(each.id);
    });
  });
}

/** A document: its kind, a name unique among documents of that kind, and the fields of the kind. Unknown keys are refused. */
export function documentOf<const K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) {
  return z.strictObject({ kind: z.literal(kind), name: id.describe("Unique among the documents of this kind."), ...shape });
}
