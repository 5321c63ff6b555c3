import { z } from "zod";
import { date, documentOf, email, id, reason, sha256, text, uniquely } from "../scalars.js";

/** Who may do what, until when, and what the last review said. */
const personRow = z.strictObject({
  id,
  name: text,
  email,
  roles: z.array(id).min(1),
  secondFactor: z.enum(["hardware-key", "passkey", "totp", "none"]),
  joined: date,
  left: date.optional(),
  training: z.array(z.strictObject({ role: id, course: text, on: date })),
});

const grant = z
  .strictObject({
    id,
    person: id,
    system: text,
    permission: text,
    granted: date,
    expires: date,
    lastUsed: date.optional(),
    reviewed: date,
    reviewer: id,
    decision: z.enum(["keep", "reduce", "revoke"]),
    why: reason,
  })
  .refine((each) => each.expires > each.granted, { path: ["expires"], error: "must be later than granted" });

export const accessReviewSchema = documentOf("AccessReview", {
  period: z.strictObject({ from: date, until: date }),
  population: z.strictObject({ source: text, exportedOn: date, sha256 }).describe("Export the grants were taken from."),
  limits: z.strictObject({
    reviewEveryDays: z.int().min(1).max(3650),
    grantDays: z.int().min(1).max(3650),
    sessionMinutes: z.int().min(1).max(1440),
  }),
  roles: uniquely(z.strictObject({ id, title: text, privileged: z.boolean() })).min(1),
  people: uniquely(personRow).min(1),
  grants: uniquely(grant).min(1),
}).superRefine((review, context) => {
  const people = new Set(review.people.map((each) => each.id));
  const roles = new Set(review.roles.map((role) => role.id));
  review.people.forEach((each, index) => {
    each.roles.forEach((role, at) => {
      if (!roles.has(role))
        context.addIssue({ code: "custom", path: ["people", index, "roles", at], message: `${role} is no role of this review` });
    });
  });
  review.grants.forEach((each, index) => {
    for (const key of ["person", "reviewer"] as const) {
      if (!people.has(each[key]))
        context.addIssue({ code: "custom", path: ["grants", index, key], message: `${each[key]} is nobody of this review` });
    }
  });
});

export type AccessReview = z.infer<typeof accessReviewSchema>;
