/**
 * Every metric a rehearsal can report, declared once: simulator/ measures them, report/ names them. A threshold on a name that is not here is refused before the run: k6 lets a threshold
 * on a metric that never existed pass (grafana/k6 issue 1526), and a verdict that cannot fail is none.
 *
 * `tag` is the one tag a metric may carry: `detect_delay{attack:snooping}`. A tagged value always counts in the untagged total too.
 */
export interface MetricSpec {
  readonly type: "trend" | "counter" | "rate";
  readonly unit: string;
  readonly tag?: "attack" | "detector" | "rollout" | "profile" | "reason";
  readonly title: string;
}

export const METRICS = {
  connect_duration: { type: "trend", unit: "ms", title: "Intended start of a connection to CONNACK" },
  puback_latency: {
    type: "trend",
    unit: "ms",
    tag: "profile",
    title: "Intended time of a message to its PUBACK (the broker took it; not delivery)",
  },
  delivery_latency: { type: "trend", unit: "ms", title: "Intended time of a message to its arrival in the backend" },
  detect_delay: {
    type: "trend",
    unit: "ms",
    tag: "attack",
    title: "Start of an attack instance to the first alarm of an expected detector",
  },
  contain_delay: { type: "trend", unit: "ms", tag: "attack", title: "Start of an attack instance to the moment it can do nothing more" },
  update_duration: { type: "trend", unit: "ms", tag: "rollout", title: "Offer of a release to the terminal state on the device" },
  event_loop_delay: { type: "trend", unit: "ms", title: "Event-loop delay of the processes that measure" },
  message_size: { type: "trend", unit: "bytes", title: "Payload of a published message" },

  connects: { type: "counter", unit: "connections", title: "Connections accepted by the broker" },
  connects_late: { type: "counter", unit: "connections", title: "Connections the in-flight cap held back past their intended time" },
  connects_failed: { type: "counter", unit: "connections", title: "Connections of the fleet that failed" },
  connects_refused: { type: "counter", unit: "connections", tag: "reason", title: "Connections the broker refused" },
  disconnects: { type: "counter", unit: "connections", title: "Connections lost or closed before the end" },
  publishes_planned: { type: "counter", unit: "messages", title: "Messages whose intended time came" },
  publishes_sent: { type: "counter", unit: "messages", title: "Messages written to a socket" },
  publishes_acked: { type: "counter", unit: "messages", title: "Messages acknowledged by the broker" },
  publishes_dropped: { type: "counter", unit: "messages", title: "Messages planned and never sent" },
  publishes_refused: { type: "counter", unit: "messages", tag: "reason", title: "Messages the device policy refused" },
  subscribes_refused: { type: "counter", unit: "subscriptions", tag: "reason", title: "Subscriptions the device policy refused" },
  messages_delivered: { type: "counter", unit: "messages", title: "Messages that reached the backend" },
  bytes_sent: { type: "counter", unit: "bytes", title: "Payload bytes written by the fleet" },
  foreign_messages_read: { type: "counter", unit: "messages", tag: "attack", title: "Messages of other devices that an attacker received" },
  alarms: { type: "counter", unit: "alarms", tag: "detector", title: "Alarms opened" },
  false_alarms: { type: "counter", unit: "alarms", tag: "detector", title: "Alarms that no injected attack explains" },
  devices_quarantined: { type: "counter", unit: "devices", title: "Devices put into quarantine" },
  innocents_quarantined: { type: "counter", unit: "devices", title: "Devices put into quarantine that no attack had taken" },
  updates_succeeded: { type: "counter", unit: "devices", tag: "rollout", title: "Devices that finished an update" },
  updates_failed: { type: "counter", unit: "devices", tag: "rollout", title: "Devices whose update failed, was rejected or timed out" },
  tampered_applied: { type: "counter", unit: "devices", tag: "rollout", title: "Devices that run a tampered release; must be 0" },
  exposed_devices: { type: "counter", unit: "devices", tag: "rollout", title: "Devices a release was offered to" },

  connect_success: { type: "rate", unit: "share", title: "Share of the fleet that connected" },
  publish_success: { type: "rate", unit: "share", title: "Share of planned messages that were acknowledged" },
  attack_detected: { type: "rate", unit: "share", tag: "attack", title: "Share of attack instances an expected detector saw (recall)" },
  attack_contained: { type: "rate", unit: "share", tag: "attack", title: "Share of attack instances that were contained" },
  alarm_precision: { type: "rate", unit: "share", tag: "detector", title: "Share of alarms that an injected attack explains" },
  update_success: { type: "rate", unit: "share", tag: "rollout", title: "Share of offered devices that finished the update" },
  tamper_refused: { type: "rate", unit: "share", tag: "rollout", title: "Share of devices offered a tampered release that refused it" },
} as const satisfies Record<string, MetricSpec>;

export type MetricName = keyof typeof METRICS;
type NamesOf<T extends MetricSpec["type"]> = { [K in MetricName]: (typeof METRICS)[K]["type"] extends T ? K : never }[MetricName];
export type TrendName = NamesOf<"trend">;
export type CounterName = NamesOf<"counter">;
export type RateName = NamesOf<"rate">;

export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

export const specOf = (name: MetricName): MetricSpec => METRICS[name];

export const isMetricName = (name: string): name is MetricName => Object.hasOwn(METRICS, name);

/** `name`, or `name{tag:value}`. */
export function metricKey(name: MetricName, tagValue?: string): string {
  const { tag } = specOf(name);
  if (tagValue === undefined) return name;
  if (tag === undefined) throw new RangeError(`metric ${name} takes no tag`);
  return `${name}{${tag}:${tagValue}}`;
}

/** Per-second series of a run that report/ draws. `level`: holds until it changes; `sum`: what happened in that second. */
export const SERIES = {
  connected: { kind: "level", title: "Connected devices" },
  published: { kind: "sum", title: "Messages published" },
  delivered: { kind: "sum", title: "Messages that reached the backend" },
  refused: { kind: "sum", title: "Connections, messages and subscriptions refused" },
  quarantined: { kind: "level", title: "Devices in quarantine" },
  updated: { kind: "level", title: "Devices that finished an update" },
} as const satisfies Record<string, { readonly kind: "level" | "sum"; readonly title: string }>;

export type SeriesName = keyof typeof SERIES;
