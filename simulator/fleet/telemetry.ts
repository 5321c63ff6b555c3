import type { RandomStream } from "../run/random.js";

export interface TelemetryPlan {
  readonly everyMs: number;
  /** Mean payload, bytes. */
  readonly bytes: number;
  /** Topic with the device's name filled in. */
  readonly topic: string;
}

/** Sizes of real reports differ a little from one to the next. */
const SIZE_SPREAD = 0.1;

/** `${thingName}` stands for the device. Without a topic in the scenario: the layout AWS recommends (dt/application/context/thing-name). Source: docs.aws.amazon.com/whitepapers/latest/designing-mqtt-topics-aws-iot-core/mqtt-design-best-practices.html */
export function telemetryTopic(template: string | undefined, product: string, thing: string): string {
  return (template ?? `dt/${product}/\${thingName}/telemetry`).replaceAll("${thingName}", thing);
}

/** One JSON report of about the planned size. `t` is the intended time (epoch ms), from which the backend takes the delivery latency. */
export function telemetryPayload(plan: TelemetryPlan, stream: RandomStream, sequence: number, intended: number): string {
  const head = `{"n":${sequence},"t":${intended.toFixed(3)},"v":"`;
  const size = Math.round(stream.jitter(plan.bytes, SIZE_SPREAD));
  return `${head}${"0".repeat(Math.max(0, size - head.length - 2))}"}`;
}
