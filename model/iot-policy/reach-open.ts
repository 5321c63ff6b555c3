import { matchGlob, STAR } from "./glob.js";
import type { CompiledStatement, IotPolicy, WrittenCondition } from "./parse.js";
import { isIdentity } from "./reach-identity.js";
import { resolveTemplate, type Template } from "./template.js";
import {
  ALTERNATIVE_NAME_ATTRIBUTES,
  DISTINGUISHED_NAME_ATTRIBUTES,
  type IotAction,
  type PolicyCertificate,
  type PolicyContext,
} from "./types.js";

/** Keys whose value two symbolic devices have. Any other is open: what it holds is not known before a device connects. */
const DECIDED: ReadonlySet<string> = new Set(["iot:clientid", "iot:connection.thing.thingname", "iot:connection.thing.isattached"]);

const isOpen = (condition: WrittenCondition): boolean => condition.test === undefined || !DECIDED.has(condition.about.key.toLowerCase());
const openVariables = (template: Template): string[] =>
  template.tokens.flatMap((token) =>
    typeof token === "object" && !isIdentity(token.variable) && !DECIDED.has(token.variable.toLowerCase()) ? [token.variable] : [],
  );

/** Whether the two readings can differ. */
export const hasOpenQuestions = (policies: readonly IotPolicy[]): boolean =>
  policies.some(({ statements }) =>
    statements.some(
      (statement) => statement.conditions.some(isOpen) || statement.resources.some((template) => openVariables(template).length > 0),
    ),
  );

const SILENT: ReadonlySet<IotAction> = new Set();

/**
 * How open conditions are read. `strict`: no Allow under one counts and every Deny does, so what is reached is reached whatever they hold.
 * `lenient`: the other way round, so what is not reached is not reached whatever they hold.
 */
export type Reading = "strict" | "lenient";

export function readPolicies(policies: readonly IotPolicy[], reading: Reading): readonly IotPolicy[] {
  return policies.map((policy) => ({ ...policy, statements: policy.statements.map((statement) => readStatement(statement, reading)) }));
}

function readStatement(statement: CompiledStatement, reading: Reading): CompiledStatement {
  const decided = statement.conditions.filter((condition) => !isOpen(condition));
  const open = decided.length < statement.conditions.length;
  const denies = statement.effect === "Deny";
  if (open && denies === (reading === "lenient")) return { ...statement, actions: SILENT };
  const resources = denies && reading === "strict" && !statement.notResource ? statement.resources.map(widen) : statement.resources;
  return { ...statement, conditions: decided, resources };
}

/** A Deny on `${something not known}` may deny anything in its place. */
function widen(template: Template): Template {
  if (openVariables(template).length === 0) return template;
  const tokens = template.tokens.map((token) =>
    typeof token === "object" && openVariables({ ...template, tokens: [token] }).length > 0 ? STAR : token,
  );
  const { fixed: _, ...rest } = template;
  return { ...rest, tokens, unknown: [] };
}

/** In the lenient reading two devices share every value that tells no device: type, attributes, what the certificate says beside the own names. */
export function sharedValues(policies: readonly IotPolicy[], certificate: PolicyCertificate): Partial<PolicyContext> {
  const variables = policies.flatMap((policy) =>
    policy.statements.flatMap((statement) =>
      statement.resources.flatMap((template) => template.tokens.flatMap((token) => (typeof token === "object" ? [token.variable] : []))),
    ),
  );
  const attributes = variables.flatMap((variable) => /^iot:connection\.thing\.attributes\[([^\]]*)\]$/i.exec(variable)?.[1] ?? []);
  return {
    thingTypeName: "shared-type",
    thingAttributes: Object.fromEntries(attributes.map((name) => [name, `shared-${name}`])),
    certificate: {
      ...certificate,
      subject: { ...sharedNames(DISTINGUISHED_NAME_ATTRIBUTES), ...withFurther(certificate.subject ?? {}) },
      issuer: sharedNames(DISTINGUISHED_NAME_ATTRIBUTES),
      subjectAlternativeName: sharedNames(ALTERNATIVE_NAME_ATTRIBUTES),
      issuerAlternativeName: sharedNames(ALTERNATIVE_NAME_ATTRIBUTES),
    },
  };
}

/** Places beyond the first; AWS IoT reads five. Source: docs.aws.amazon.com/iot/latest/developerguide/cert-policy-variables.html */
const further = (name: string): string[] => [1, 2, 3, 4].map((place) => `shared-${name}-${place}`);
const sharedNames = (names: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(names.map((name) => [name, [`shared-${name}`, ...further(name)]]));
const withFurther = (own: NonNullable<PolicyCertificate["subject"]>): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(own).map(([name, value]) => [name, [...[value].flat(), ...further(name)]]));

/**
 * In plain words, what must hold for a request to be allowed that only the lenient reading allows.
 * @param own the request is about the device itself: it need share nothing with another
 */
export function dependencies(
  policies: readonly IotPolicy[],
  action: IotAction,
  resource: string,
  context: PolicyContext,
  own = false,
): readonly string[] {
  const found = policies.flatMap((policy) =>
    policy.statements.flatMap((statement) => {
      if (!statement.actions.has(action)) return [];
      const matching = statement.resources.filter((template) => {
        const glob = resolveTemplate(statement.effect === "Deny" ? widen(template) : template, context, statement.effect === "Deny");
        return glob !== undefined && matchGlob(glob, resource);
      });
      const shared = matching
        .flatMap(openVariables)
        .map((variable) => `${own ? "the device has a" : "both devices have the same"} \${${variable}}`);
      // What a Deny leaves out only as long as a variable holds what it must.
      if (matching.length > 0 && statement.notResource)
        return statement.effect === "Deny" && matching.every((template) => openVariables(template).length > 0) ? shared : [];
      if (matching.length === 0 && !statement.notResource) return [];
      const conditions = statement.conditions.filter(isOpen).map(words);
      if (statement.effect === "Allow") return [...conditions, ...shared];
      if (conditions.length === 0 && shared.length === 0) return [];
      return [
        `the Deny does not hold: ${[...conditions, ...matching.flatMap(openVariables).map((variable) => `\${${variable}}`)].join(" and ")}`,
      ];
    }),
  );
  return [...new Set(found)];
}

const words = ({ about }: WrittenCondition): string => `${about.operator} ${about.key}: ${about.values.join(", ")}`;
