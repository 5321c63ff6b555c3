import { type Glob, matchGlob } from "./glob.js";
import type { CompiledStatement, IotPolicy } from "./parse.js";
import { resolveTemplate } from "./template.js";
import { IOT_ACTIONS, type IotAction, type PolicyContext, type PolicyDecision, type PolicyRequest } from "./types.js";

const IMPLICIT_DENY: PolicyDecision = { decision: "implicit-deny" };

/** Decides for one connection; see `bindIotPolicies`. */
export type IotAuthorizer = (action: IotAction, resource: string) => PolicyDecision;

/** A statement with one client's values put in; what is left is matching. */
export interface BoundStatement {
  readonly effect: "Allow" | "Deny";
  readonly globs: readonly Glob[];
  readonly notResource: boolean;
  readonly decided: PolicyDecision;
}

/**
 * Evaluates policies as AWS IoT Core does: everything is denied unless an Allow matches, and a matching Deny overrides every Allow.
 * Source: docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
 */
export function evaluateIotPolicies(policies: readonly IotPolicy[], request: PolicyRequest): PolicyDecision {
  return decide(bindAction(policies, request.action, request.context), request.resource);
}

/**
 * The same for a whole connection: variables and conditions depend on the context alone, so they are settled once per action, on its first
 * use, and each message costs only the matching of its ARN. Bind again when the context changes.
 */
export function bindIotPolicies(policies: readonly IotPolicy[], context: PolicyContext): IotAuthorizer {
  const bound: (readonly BoundStatement[] | undefined)[] = [];
  return (action, resource) => {
    const index = IOT_ACTIONS.indexOf(action);
    const statements = bound[index] ?? bindAction(policies, action, context);
    bound[index] = statements;
    return decide(statements, resource);
  };
}

/**
 * A publish with the RETAIN flag needs iot:Publish and iot:RetainPublish on the topic: "To grant iot:RetainPublish permission, you must also
 * grant iot:Publish permission." Source: docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
 */
export function authorizePublish(authorizer: IotAuthorizer, topicArn: string, retain: boolean): PolicyDecision {
  const publish = authorizer("iot:Publish", topicArn);
  return publish.decision === "allow" && retain ? authorizer("iot:RetainPublish", topicArn) : publish;
}

/** The statements that speak about this action for this client, denials first, so that the first match decides. */
export function bindAction(policies: readonly IotPolicy[], action: IotAction, context: PolicyContext): BoundStatement[] {
  const denials: BoundStatement[] = [];
  const grants: BoundStatement[] = [];
  for (const policy of policies) {
    for (const [index, statement] of policy.statements.entries()) {
      if (!statement.actions.has(action) || !conditionsHold(statement, context)) continue;
      const bound = bindStatement(statement, policy.place, index, context);
      if (bound !== undefined) (statement.effect === "Deny" ? denials : grants).push(bound);
    }
  }
  return [...denials, ...grants];
}

function bindStatement(statement: CompiledStatement, place: string, index: number, context: PolicyContext): BoundStatement | undefined {
  const deniesUnknown = statement.effect === "Deny" && !statement.notResource;
  const resolved = statement.resources.map((template) => resolveTemplate(template, context, deniesUnknown));
  const globs = resolved.filter((glob) => glob !== undefined);
  // An exception that cannot be resolved would widen "everything but": an Allow with one is dropped, a Deny keeps what it can.
  if (statement.notResource && statement.effect === "Allow" && globs.length < resolved.length) return undefined;
  return {
    effect: statement.effect,
    globs,
    notResource: statement.notResource,
    decided: { decision: statement.effect === "Allow" ? "allow" : "explicit-deny", policy: place, statement: index },
  };
}

/** All conditions must hold. One that cannot be read makes an Allow fail and leaves a Deny standing. */
function conditionsHold(statement: CompiledStatement, context: PolicyContext): boolean {
  return statement.conditions.every(({ test, needs = [] }) => {
    if (test === undefined) return statement.effect === "Deny";
    if (statement.effect === "Allow" && needs.some((key) => key.read(context).length === 0)) return false;
    return test(context);
  });
}

function decide(statements: readonly BoundStatement[], resource: string): PolicyDecision {
  for (const statement of statements) {
    if (matchesAny(statement.globs, resource) !== statement.notResource) return statement.decided;
  }
  return IMPLICIT_DENY;
}

function matchesAny(globs: readonly Glob[], resource: string): boolean {
  for (const glob of globs) if (matchGlob(glob, resource)) return true;
  return false;
}
