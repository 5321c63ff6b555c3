import type { RefusalReason } from "../../model/detectors/types.js";
import {
  type ArnScope,
  authorizePublish,
  bindIotPolicies,
  type IotArn,
  type IotAuthorizer,
  type IotPolicy,
  iotArn,
  type PolicyContext,
  type PolicyDecision,
} from "../../model/iot-policy/index.js";
import type { Registry } from "./registry.js";

/** Who asks, as the TLS handshake and the CONNECT packet established it. */
export interface Principal {
  readonly thing: string;
  readonly clientId: string;
  readonly certificateId: string;
  readonly source: string;
}

/** `device` hangs on the fleet group, `quarantine` is joined while the thing is in the quarantine group. */
export interface FleetPolicies {
  readonly device: IotPolicy;
  readonly quarantine: IotPolicy;
}

export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: Extract<RefusalReason, "authorization" | "quarantine"> };

interface Bound {
  readonly revision: number;
  readonly authorizer: IotAuthorizer;
  /** The device policy alone; set while quarantined, to tell which of the two refused. */
  readonly unquarantined?: IotAuthorizer;
}

const ALLOWED: Verdict = { allowed: true };

/**
 * Decides every connect, publish, subscribe and receive with the policies of the synthesized stack through the model's evaluator. Policies
 * are bound once per connection and again when the thing's groups or certificates change; nothing an attacker asks for is remembered.
 */
export class Authorizer {
  readonly #registry: Registry;
  readonly #policies: FleetPolicies;
  readonly #arn: IotArn;
  readonly #bound = new WeakMap<Principal, Bound>();

  constructor(registry: Registry, policies: FleetPolicies, scope: ArnScope) {
    this.#registry = registry;
    this.#policies = policies;
    this.#arn = iotArn(scope);
  }

  connect(principal: Principal): Verdict {
    const resource = this.#arn.client(principal.clientId);
    return this.#decide(principal, (authorizer) => authorizer("iot:Connect", resource));
  }

  publish(principal: Principal, topic: string, retain: boolean): Verdict {
    const resource = this.#arn.topic(topic);
    return this.#decide(principal, (authorizer) => authorizePublish(authorizer, resource, retain));
  }

  subscribe(principal: Principal, filter: string): Verdict {
    const resource = this.#arn.topicFilter(filter);
    return this.#decide(principal, (authorizer) => authorizer("iot:Subscribe", resource));
  }

  receive(principal: Principal, topic: string): Verdict {
    const resource = this.#arn.topic(topic);
    return this.#decide(principal, (authorizer) => authorizer("iot:Receive", resource));
  }

  #decide(principal: Principal, ask: (authorizer: IotAuthorizer) => PolicyDecision): Verdict {
    const { authorizer, unquarantined } = this.#bind(principal);
    if (ask(authorizer).decision === "allow") return ALLOWED;
    // The quarantine is the reason only where the device policy alone would have allowed it.
    const byQuarantine = unquarantined !== undefined && ask(unquarantined).decision === "allow";
    return { allowed: false, reason: byQuarantine ? "quarantine" : "authorization" };
  }

  #bind(principal: Principal): Bound {
    const revision = this.#registry.revision(principal.thing);
    const known = this.#bound.get(principal);
    if (known?.revision === revision) return known;
    const { device, quarantine } = this.#policies;
    const context = this.#contextOf(principal);
    const alone = bindIotPolicies([device], context);
    const bound: Bound = this.#registry.inGroup(principal.thing, "quarantine")
      ? { revision, authorizer: bindIotPolicies([device, quarantine], context), unquarantined: alone }
      : { revision, authorizer: alone };
    this.#bound.set(principal, bound);
    return bound;
  }

  #contextOf({ thing, clientId, certificateId, source }: Principal): PolicyContext {
    const { thingType, attributes } = this.#registry.spec(thing);
    return {
      clientId,
      thingName: thing,
      thingTypeName: thingType,
      thingAttributes: attributes,
      thingIsAttached: true,
      certificate: { id: certificateId, subject: { CommonName: thing } },
      sourceIp: source,
    };
  }
}
