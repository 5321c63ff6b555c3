import { ENGINE_LIFECYCLE } from "./engines.js";
import { RUNTIME_LIFECYCLE } from "./runtimes.js";
import { SERVICE_LIFECYCLE } from "./services.js";

/**
 * The table of what AWS has ended or closed, with dates. A service that has ended cannot be deployed; one closed to new customers cannot be by an account that
 * has not used it; an engine past standard support gets patches only as paid Extended Support; a runtime past its date gets none.
 * The general notice is docs.aws.amazon.com/general/latest/gr/lifecycle-doc-history.html; each entry names its own.
 * Compiled rules read it as `data.lifecycle`.
 */
export const lifecycleData = () => ({
  services: SERVICE_LIFECYCLE,
  engines: ENGINE_LIFECYCLE,
  runtimes: Object.fromEntries(RUNTIME_LIFECYCLE.map(({ runtime, on }) => [runtime, on])),
});
