import type { Construct } from "constructs";
import type { TerraformResource } from "#tf";
import { BulwarkError } from "../../model/errors.js";
import type { Json } from "../../model/resource.js";
import type { Accept } from "./accept.js";
import type { ControlId } from "./controls.js";
import { DeviationLog } from "./deviation-log.js";

interface Pending {
  readonly control: ControlId;
  readonly property: string;
  readonly given: Json;
  readonly baseline: Json;
  readonly accept: Accept;
}

/**
 * Merges what the user asked for with the baseline, for one construct: absent takes the baseline, stronger stands, weaker needs an
 * accept for its control and is then recorded on the resource it ends up in.
 */
export class Hardening {
  private pending: Pending[] = [];

  constructor(
    private readonly construct: Construct,
    private readonly accepts: readonly Accept[],
    private readonly onUse: (accept: Accept) => void,
  ) {}

  /** `property` is the Terraform attribute path the value goes to; the same for the methods below. @throws BulwarkError BW_BASELINE */
  atLeast(control: ControlId, property: string, given: number | undefined, baseline: number): number {
    return this.choose(control, property, given, baseline, (value) => value < baseline);
  }

  atMost(control: ControlId, property: string, given: number | undefined, baseline: number): number {
    return this.choose(control, property, given, baseline, (value) => value > baseline);
  }

  oneOf<T extends string>(control: ControlId, property: string, given: T | undefined, allowed: readonly string[], fallback: T): T {
    return this.choose(control, property, given, fallback, (value) => !allowed.includes(value));
  }

  /** Records what was accepted since the last call on the resource that carries it. */
  bind(resource: TerraformResource): void {
    for (const { accept, ...rest } of this.pending) {
      DeviationLog.of(resource).record(resource, { ...rest, reason: accept.reason, until: accept.until });
    }
    this.pending = [];
  }

  private choose<T extends Json>(
    control: ControlId,
    property: string,
    given: T | undefined,
    baseline: T,
    weaker: (value: T) => boolean,
  ): T {
    if (given === undefined) return baseline;
    if (!weaker(given)) return given;
    const accept = this.accepts.find((entry) => entry.control === control);
    if (!accept) {
      const shown = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));
      throw new BulwarkError("BW_BASELINE", {
        construct: this.construct.node.path,
        property,
        given: shown(given),
        baseline: shown(baseline),
        control,
      });
    }
    this.onUse(accept);
    this.pending.push({ control, property, given, baseline, accept });
    return given;
  }
}
