import type { IotPolicy } from "./parse.js";

export interface ArnScope {
  /** `aws` (default), `aws-cn`, `aws-us-gov`. */
  readonly partition?: string;
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
}

export interface IotArn {
  client(clientId: string): string;
  topic(topic: string): string;
  /** The filter as the client sent it: `+` and `#` stay as they are. */
  topicFilter(filter: string): string;
  /** A thing, or one of its named shadows (`thing/shadow`). */
  thing(thing: string): string;
}

/** ARNs of the data-plane resources. Source: docs.aws.amazon.com/iot/latest/developerguide/iot-action-resources.html */
export function iotArn({ partition = "aws", region, account }: ArnScope): IotArn {
  const prefix = `arn:${partition}:iot:${region}:${account}:`;
  return {
    client: (clientId) => `${prefix}client/${clientId}`,
    topic: (topic) => `${prefix}topic/${topic}`,
    topicFilter: (filter) => `${prefix}topicfilter/${filter}`,
    thing: (thing) => `${prefix}thing/${thing}`,
  };
}

/** Partition, region and account that the policies are written for, as far as one resource spells them out. */
export function iotPolicyScope(policies: readonly IotPolicy[], fallback: ArnScope): ArnScope {
  for (const { statements } of policies)
    for (const { resources } of statements)
      for (const { source } of resources) {
        const [, partition, region, account] = /^arn:(aws[a-z-]*):iot:([a-z0-9-]+):(\d{12}):/.exec(source) ?? [];
        if (partition !== undefined && region !== undefined && account !== undefined) return { partition, region, account };
      }
  return fallback;
}
