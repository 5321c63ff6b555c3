import pc from "picocolors";

/**
 * The only place that prints. Results go to stdout, progress and diagnostics to stderr; colour only on a terminal and never against
 * NO_COLOR (https://no-color.org).
 */
export interface Console {
  readonly colors: ReturnType<typeof pc.createColors>;
  readonly errColors: ReturnType<typeof pc.createColors>;
  /** Columns of the terminal, 100 when there is none. */
  readonly width: number;
  result(text: string): void;
  note(text: string): void;
  readonly progress: Progress;
}

export interface Progress {
  /** Shows the state of long work: one line redrawn on a terminal, one plain line every `everyMs` elsewhere. */
  update(text: string): void;
  /** Ends the redrawn line and leaves `text` in its place. */
  done(text?: string): void;
}

/** Plain lines for logs: often enough to see that work goes on, seldom enough to read. */
const PLAIN_INTERVAL_MS = 5_000;
const REDRAW_INTERVAL_MS = 100;

export function createConsole(
  env: NodeJS.ProcessEnv = process.env,
  out: NodeJS.WriteStream = process.stdout,
  err: NodeJS.WriteStream = process.stderr,
): Console {
  const coloured = (stream: NodeJS.WriteStream) => stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  const errColors = pc.createColors(coloured(err));
  const progress = err.isTTY === true && env.TERM !== "dumb" ? terminalProgress(err) : plainProgress(err);
  return {
    colors: pc.createColors(coloured(out)),
    errColors,
    width: Math.max(60, out.columns ?? 100),
    result: (text) => void out.write(text.endsWith("\n") ? text : `${text}\n`),
    note: (text) => {
      progress.done();
      err.write(text.endsWith("\n") ? text : `${text}\n`);
    },
    progress,
  };
}

function terminalProgress(err: NodeJS.WriteStream): Progress {
  let shown = false;
  let last = 0;
  const clear = () => {
    if (shown) err.write("\r\u001b[2K");
    shown = false;
  };
  return {
    update(text) {
      const now = Date.now();
      if (shown && now - last < REDRAW_INTERVAL_MS) return;
      last = now;
      clear();
      err.write(text.slice(0, Math.max(20, (err.columns ?? 80) - 1)));
      shown = true;
    },
    done(text) {
      clear();
      if (text !== undefined) err.write(`${text}\n`);
    },
  };
}

function plainProgress(err: NodeJS.WriteStream): Progress {
  let last = 0;
  return {
    update(text) {
      const now = Date.now();
      if (now - last < PLAIN_INTERVAL_MS) return;
      last = now;
      err.write(`${text}\n`);
    },
    done(text) {
      if (text !== undefined) err.write(`${text}\n`);
    },
  };
}
