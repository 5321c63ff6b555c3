export type { Phase, RehearsalProgress } from "./wire/progress.js";
export { type RehearseOptions, rehearse } from "./wire/rehearse.js";
