export type { RehearsalProgress } from "./wire/progress.js";
export { rehearse } from "./wire/rehearse.js";
