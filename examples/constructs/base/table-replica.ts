import type { Construct } from "constructs";
import { BackendContext, DataKey, DeviceRegistry, OnProvider, TableReplica } from "iot-bulwark/constructs";
import { AwsProvider } from "#aws/provider";
import { Aspects } from "#tf";

export function example(scope: Construct, context: BackendContext): void {
  const tableKey = new DataKey(scope, "identity-key", { context, dataClass: "identity", multiRegion: true });
  const { table } = new DeviceRegistry(scope, "registry", { context, key: tableKey });
  const there = new BackendContext(scope, { ...context, region: "eu-central-1" });
  const key = new DataKey(scope, "identity-key-copy", { context: there, dataClass: "identity", replicaOf: tableKey });
  const copy = new TableReplica(scope, "copy", { context: there, table, tableKey, key });
  const provider = new AwsProvider(scope, "there", { alias: "tables", region: there.region });
  for (const part of [key, copy]) Aspects.of(part).add(new OnProvider(provider));
}
