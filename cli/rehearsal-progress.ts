import type { RehearsalProgress } from "../simulator/index.js";
import type { Console } from "./console.js";

const PHASE_WORDS = {
  prepare: "starting broker and workers",
  identities: "issuing certificates",
  ramp: "connecting",
  steady: "running",
  settle: "waiting for what is under way",
  finish: "collecting",
} as const satisfies Record<RehearsalProgress["phase"], string>;

/** One line that changes while a rehearsal runs, and a lasting line for each attack, roll-out and phase that begins. */
export function rehearsalProgress(console: Console, indent = ""): (progress: RehearsalProgress) => void {
  return (progress) => {
    if (progress.event !== undefined) console.progress.done(`${indent}${console.errColors.dim(stamp(progress))} ${progress.event}`);
    console.progress.update(`${indent}${stamp(progress)} ${figures(progress)}`);
  };
}

function stamp({ phase, elapsedS, plannedS }: RehearsalProgress): string {
  const of = plannedS === null ? "" : ` of ${Math.round(plannedS)}`;
  return `${PHASE_WORDS[phase]} ${Math.round(elapsedS)}${of} s`;
}

function figures({ devices, identities, connected, published, delivered, alarms, quarantined, phase }: RehearsalProgress): string {
  if (phase === "prepare") return "";
  if (phase === "identities") return `· ${identities}/${devices} certificates`;
  return `· ${connected}/${devices} connected · ${published} sent · ${delivered} delivered · ${alarms} alarms · ${quarantined} quarantined`;
}
