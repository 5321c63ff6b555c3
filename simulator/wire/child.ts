import { BulwarkError, messageOf } from "../../model/errors.js";
import type { Fatal } from "./messages.js";

/** Milliseconds since the epoch with fractions; the same clock in every process of this machine, and it never steps back. */
export const now = (): number => performance.timeOrigin + performance.now();

export interface ChildPort<In, Out> {
  send(message: Out): void;
  onMessage(handler: (message: In) => void | Promise<void>): void;
  fail(error: unknown): void;
}

/**
 * The child's end of the channel. A child never outlives its parent: when the channel closes it is gone, and Ctrl-C in a terminal, which
 * reaches every process of the group, is the parent's to answer.
 */
export function childPort<In, Out>(): ChildPort<In, Out> {
  process.on("disconnect", () => process.exit(0));
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => process.exit(0));
  const send = (message: Out | Fatal): void => {
    if (process.connected) process.send?.(message);
  };
  const fail = (error: unknown): void => {
    const params = error instanceof BulwarkError ? { code: error.code, params: error.params } : {};
    send({ type: "fatal", message: error instanceof Error ? (error.stack ?? error.message) : messageOf(error), ...params });
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  return {
    send,
    fail,
    onMessage(handler) {
      process.on("message", (message) => {
        void (async () => handler(message as In))().catch(fail);
      });
    },
  };
}
