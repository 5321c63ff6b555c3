import { COMPUTE } from "./compute.js";
import { DATA_AND_RECORDS } from "./data-and-records.js";
import { ELSEWHERE } from "./elsewhere.js";
import { IDENTITY } from "./identity.js";
import { NETWORK } from "./network.js";
import { STORES } from "./stores.js";
import type { NotFlagged } from "./types.js";

/** Checks of other tools that no rule stands for, with the reason: docs/differences.md, and what `bulwark waivers import` says of such a suppression. */
export const NOT_FLAGGED: readonly NotFlagged[] = [...IDENTITY, ...DATA_AND_RECORDS, ...STORES, ...NETWORK, ...COMPUTE, ...ELSEWHERE];
