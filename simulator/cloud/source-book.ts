/** Which things were seen at which address. Behind an address with one known thing stands that thing; behind a shared one, nobody can say. */
export class SourceBook {
  readonly #things = new Map<string, Set<string>>();

  seen(source: string, thing: string): void {
    const things = this.#things.get(source) ?? new Set();
    this.#things.set(source, things.add(thing));
  }

  onlyThingAt(source: string): string | undefined {
    const things = this.#things.get(source);
    if (things?.size !== 1) return undefined;
    const [thing] = things;
    return thing;
  }
}
