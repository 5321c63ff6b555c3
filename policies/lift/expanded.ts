import type { Resource } from "../../model/resource.js";

/** Resources with those that stand inside them, as text. */
export interface Expanded {
  readonly resources: readonly Resource[];
  readonly notes: readonly string[];
  /** How many resources a condition of a template leaves out; those that a loop adds are taken off. */
  readonly absent: number;
}

/** What a template holds under a name, at `<address>#<name>`: it stands where its holder does, and becomes what that becomes. */
export function resourceInside(holder: Resource, name: string, type: string, values: unknown): Resource {
  const { address, mode, location, actions, region, constructPath } = holder;
  return {
    address: `${address}#${name}`,
    type,
    name,
    mode,
    values: values as Resource["values"],
    ...(region === undefined ? {} : { region }),
    ...(constructPath === undefined ? {} : { constructPath }),
    location,
    ...(actions === undefined ? {} : { actions }),
  };
}
