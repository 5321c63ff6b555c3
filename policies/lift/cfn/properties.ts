import { isUnknown, own, unknown, type Value } from "../normal.js";

/** The properties of a resource, taken one by one. */
export class Properties {
  readonly #values: Value;
  readonly #taken = new Set<string>();
  readonly #further: string[] = [];

  constructor(values: Value) {
    this.#values = values;
  }

  /** Undefined for what nobody wrote; unknown where all properties are. */
  take(name: string): Value | undefined {
    this.#taken.add(name);
    if (isUnknown(this.#values)) return unknown("opaque-document", this.#values.refs);
    return (own(this.#values, name) ?? undefined) as Value | undefined;
  }

  /** Tells of something inside a property that has no place. */
  leave(path: string): void {
    this.#further.push(path);
  }

  get unread(): readonly string[] {
    const names = isUnknown(this.#values) ? [] : Object.keys(this.#values as object);
    return [...names.filter((name) => !this.#taken.has(name) && !GIVEN_BY_AWS.has(name)), ...this.#further];
  }
}

/** What a state holds beside what was written. */
const GIVEN_BY_AWS: ReadonlySet<string> = new Set(["Arn", "Id", "PolicyId"]);
