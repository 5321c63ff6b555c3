import type { Console } from "./console.js";

/** Runs work that Ctrl-C or SIGTERM ends in order: the first asks it to stop and write what it has, the second ends the process at once. */
export async function interruptible<T>(console: Console, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    console.note("Stopping. What was measured is being written; press Ctrl-C again to leave at once.");
    controller.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}
