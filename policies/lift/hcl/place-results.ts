import { BulwarkError } from "../../../model/errors.js";
import type { CheckResult } from "../../../model/finding.js";
import type { LiftedInput } from "../../../model/resource.js";
import type { SourceLines } from "./source-lines.js";

export interface Placed {
  readonly results: readonly CheckResult[];
  /** What does not fit together, in plain words. */
  readonly warnings: readonly string[];
}

/**
 * Gives the results of a plan or state the lines of the configuration that it was made of.
 * @param root as the user named it
 * @throws BulwarkError BW_USAGE unless there is one plan or state: a configuration is that of one
 */
export function placeResults(results: readonly CheckResult[], inputs: readonly LiftedInput[], lines: SourceLines, root: string): Placed {
  const input = madeOf(root, inputs);
  const strays = input.resources.filter(({ mode, address }) => mode === "managed" && lines.at(address) === undefined);
  return {
    results: results.map((result) => {
      if (result.source !== undefined || result.location.file !== input.path) return result;
      const source = lines.at(result.address);
      return source === undefined ? result : { ...result, source };
    }),
    warnings: strays.length === 0 ? [] : [`${input.path}: ${strayWords(strays, input, root)}: was it made of other files?`],
  };
}

/**
 * The one input that was made of a configuration.
 * @param root its folder, as the user named it
 * @throws BulwarkError BW_USAGE unless there is one plan or state
 */
export function madeOf(root: string, inputs: readonly LiftedInput[]): LiftedInput {
  const planned = inputs.filter(({ kind }) => kind === "plan" || kind === "state");
  const [input] = planned;
  if (input !== undefined && planned.length === 1) return input;
  throw new BulwarkError("BW_USAGE", {
    problem: `--source ${root} is the configuration of one plan or state, and there are ${planned.length}`,
  });
}

function strayWords(strays: LiftedInput["resources"], { resources }: LiftedInput, root: string): string {
  const first = strays[0]?.address ?? "";
  return `${strays.length} of its ${resources.length} resources, ${first} first, stand${strays.length === 1 ? "s" : ""} in no file of ${root}`;
}
