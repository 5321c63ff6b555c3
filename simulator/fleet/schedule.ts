/**
 * Intended times of many devices in one binary heap, served by one timer: an open load model. A slow system delays nothing that is planned;
 * what comes late is seen as late, since the intended time travels with the call.
 */
interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: (intended: number) => void;
}

const TICK_MS = 5;

export class Schedule {
  readonly #heap: Entry[] = [];
  readonly #now: () => number;
  #order = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Calls `run` at `at` (milliseconds of the same clock) or as soon after it as the process can. */
  at(at: number, run: (intended: number) => void): void {
    this.#push({ at, order: this.#order++, run });
  }

  start(): void {
    this.#timer ??= setInterval(() => this.serve(), TICK_MS);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#heap.length = 0;
  }

  /** Runs what is due. */
  serve(): void {
    const now = this.#now();
    for (let next = this.#heap[0]; next !== undefined && next.at <= now; next = this.#heap[0]) {
      this.#pop();
      next.run(next.at);
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let i = heap.length;
    heap.push(entry);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(entry, heap[parent])) break;
      heap[i] = heap[parent] as Entry;
      i = parent;
    }
    heap[i] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (before(heap[child + 1], heap[child])) child++;
      if (!before(heap[child], last)) break;
      heap[i] = heap[child] as Entry;
      i = child;
    }
    heap[i] = last;
  }
}

function before(a: Entry | undefined, b: Entry | undefined): boolean {
  if (a === undefined || b === undefined) return a !== undefined;
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
