import type { AttemptCount } from "./types.js";

/** Distinct cells kept in the matrix; further resources are counted together. */
const MAX_CELLS = 200;

export class Tally {
  readonly #cells = new Map<string, AttemptCount>();
  shutOut = 0;

  count(action: "subscribe" | "publish" | "connect", resource: string, refused: boolean): void {
    const known = this.#cells.get(`${action} ${resource}`);
    const cell = known ?? this.#cell(action, this.#cells.size < MAX_CELLS ? resource : "(others)");
    cell.attempts++;
    if (refused) cell.refused++;
  }

  matrix(): readonly AttemptCount[] {
    return [...this.#cells.values()];
  }

  #cell(action: string, resource: string): AttemptCount {
    const key = `${action} ${resource}`;
    const cell = this.#cells.get(key) ?? { action, resource, attempts: 0, refused: 0 };
    this.#cells.set(key, cell);
    return cell;
  }
}
