import { accepted, synthFleet } from "../../../test/constructs/fleet.js";
import { WEAKENINGS, type Weakening } from "../../../test/constructs/weakenings.js";
import { withoutAcceptance } from "../../../test/constructs/without-acceptance.js";
import type { Stack } from "../../../test/policies/mutations.js";
import { judge, newRules } from "./judge.js";

/** A default of the backend given weaker through its property, and what the rules say of the stack once nobody answers for it. */
export interface PropertyRow extends Pick<Weakening, "property" | "baseline" | "given" | "control"> {
  /** `keyRotationDays` */
  readonly prop: string;
  readonly red: readonly string[];
}

export const propertyRows = (): readonly PropertyRow[] =>
  WEAKENINGS.map((weakening) => {
    const { change, control, property, baseline, given } = weakening;
    // Parts that the property does not reach would only be judged again each time.
    const small = change.operations === undefined ? ({ operations: "none", privacy: "none", defence: "none" } as const) : {};
    const { text } = synthFleet({ ...small, ...change, ...accepted(control) });
    const { failed } = judge(JSON.parse(withoutAcceptance(text)) as Stack);
    return { prop: Object.keys(change).join(", "), property, baseline, given, control, red: newRules(new Set(), failed) };
  });
