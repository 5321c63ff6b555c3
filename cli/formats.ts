import { BulwarkError } from "../model/errors.js";

export interface OutputFormat<F extends string> {
  readonly format: F;
  /** Absent: stdout. */
  readonly file?: string;
}

/**
 * Reads repeated `--format FORMAT[=FILE]`. Without any, the first known format goes to stdout.
 * @throws BulwarkError BW_USAGE for an unknown format, an empty file name, or two formats that both want stdout
 */
export function parseFormats<F extends string>(given: readonly string[], known: readonly [F, ...F[]]): readonly OutputFormat<F>[] {
  if (given.length === 0) return [{ format: known[0] }];
  const formats = given.map((text) => parseFormat(text, known));
  if (formats.filter((format) => format.file === undefined).length > 1) {
    throw new BulwarkError("BW_USAGE", {
      problem: "only one --format can go to stdout; give the others a file: --format json=report.json",
    });
  }
  return formats;
}

function parseFormat<F extends string>(text: string, known: readonly F[]): OutputFormat<F> {
  const at = text.indexOf("=");
  const name = at < 0 ? text : text.slice(0, at);
  const format = known.find((candidate) => candidate === name);
  if (!format) throw new BulwarkError("BW_USAGE", { problem: `--format ${name}: unknown; known are ${known.join(", ")}` });
  if (at < 0) return { format };
  const file = text.slice(at + 1);
  if (file === "") throw new BulwarkError("BW_USAGE", { problem: `--format ${text}: a file name must follow the equals sign` });
  return { format, file };
}
