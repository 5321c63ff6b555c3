import type { RunFacts } from "./run-facts.js";

/** What this run cannot say, one sentence each: printed with every result. */
export function notShown({ loaded, distinctSources, state, cloud }: RunFacts): readonly string[] {
  const { scenario, rolloutPlans } = loaded;
  const soaks = [...rolloutPlans.values()].some(({ soakMs }) => soakMs > 0);
  return [
    "Aedes is not AWS IoT Core: authorization is our reading of the AWS IoT policy language, and limits, quotas and latencies of AWS are not reproduced.",
    "The devices are simulated. Key storage, secure boot, flash wear and radio are not shown; a restart after an update is a pause of 0.2 to 0.6 s with the connection kept.",
    "Latencies are of one machine over its loopback interface, clients and broker sharing its cores; they are no measure of a deployment.",
    "Detection saw only the attacks of this scenario, and its baselines had learned for less than two minutes.",
    ...(scenario.rollouts.length === 0
      ? []
      : [
          `Roll-outs ran on a clock ${scenario.rolloutTimeScale} times as fast as the plan's: rates and time-outs are scaled, what a device takes to download and restart is not.`,
        ]),
    ...(scenario.rollouts.length > 0 && soaks
      ? ["The soak of the canaries was passed over in about two seconds: that time would bring out slow failures was not shown."]
      : []),
    ...(scenario.rollouts.some(({ tamper }) => tamper !== undefined)
      ? ["Tampered releases were tampered with on the server; keys of the signer were not stolen."]
      : []),
    ...(distinctSources
      ? []
      : ["This system has one loopback address, so all devices share it: an attacking address was recorded for blocking but not blocked."]),
    ...(cloud.quarantined.length > 0
      ? // Source: https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
        [
          "A quarantine held at once. AWS IoT takes six to eight minutes to see a changed policy, in which a device whose connection was cut may come back until it is cut again.",
        ]
      : []),
    ...(cloud.detection.shed > 0 ? [`Detection forgot ${cloud.detection.shed} subjects for want of room.`] : []),
    ...(state === "interrupted"
      ? ["The run was interrupted: later attacks, roll-outs and measurements did not happen, and thresholds were judged on what there was."]
      : []),
  ];
}
