import { z } from "zod";
import { country, date, days, documentOf, email, fileRef, id, regimeId, severity, text, uniquely, url } from "../scalars.js";

/** Who does what, whom to tell and by when. */
const contactable = z.strictObject({
  name: text,
  email,
  phone: z.string().regex(/^\+[0-9 ()-]{6,}$/, "expected an international number, like +49 30 1234567"),
});

/** Events a clock may start from (CRA Art. 14, NIS2 Art. 23, GDPR Art. 33). A clock without its event is not started. */
const anchor = z.enum(["aware", "measure-available", "notification-submitted", "handled", "discovered", "people-notified"]);

const stage = z.strictObject({
  stage: z.enum(["early-warning", "notification", "intermediate", "final", "to-people"]),
  from: anchor,
  within: z
    .strictObject({ amount: z.int().min(1), unit: z.enum(["hour", "day", "month"]) })
    .optional()
    .describe("Left out where the law says without undue delay."),
  provision: text,
  template: fileRef.optional(),
});

export const incidentPlanSchema = documentOf("IncidentPlan", {
  version: text,
  approvedBy: text,
  approvedOn: date,
  nextReview: date,
  roles: uniquely(z.strictObject({ id, duty: text, holder: contactable, deputy: contactable, decides: z.array(text) })).min(1),
  contactsAtAllHours: z.array(contactable).min(1),
  authorities: z
    .array(
      z.strictObject({
        regime: regimeId,
        track: text.describe("What is reported: actively exploited vulnerability, severe incident, personal-data breach ..."),
        to: text,
        country,
        channel: url,
        stages: z.array(stage).min(1),
      }),
    )
    .min(1),
  escalation: z.array(z.strictObject({ severity, withinMinutes: z.int().min(1), to: id.describe("Role id.") })).min(1),
  containment: z.strictObject({ how: text, owner: id, lastTested: date, evidence: fileRef.optional() }),
  recovery: z.strictObject({ restoreTested: date, restoreEveryDays: days, rekeyRunbook: fileRef }),
  peopleNotice: z.strictObject({ channels: z.array(text).min(1), ownersListedFrom: text, languages: z.array(text).min(1), csafUrl: url }),
  postIncident: z.strictObject({ reviewWithinDays: days, owner: id }),
  exercises: z.array(
    z.strictObject({ date, scenario: text, participants: z.array(id).min(1), report: fileRef.optional(), lessons: z.array(text) }),
  ),
}).superRefine((plan, context) => {
  const roles = new Set(plan.roles.map((role) => role.id));
  const refer = (role: string, path: (string | number)[]) => {
    if (!roles.has(role))
      context.addIssue({ code: "custom", path, message: `${role} is no role of this plan; roles are ${[...roles].join(", ")}` });
  };
  plan.escalation.forEach((step, index) => {
    refer(step.to, ["escalation", index, "to"]);
  });
  refer(plan.containment.owner, ["containment", "owner"]);
  refer(plan.postIncident.owner, ["postIncident", "owner"]);
  plan.exercises.forEach((exercise, index) => {
    exercise.participants.forEach((role, at) => {
      refer(role, ["exercises", index, "participants", at]);
    });
  });
});

export type IncidentPlan = z.infer<typeof incidentPlanSchema>;
