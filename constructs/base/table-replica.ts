import { Construct } from "constructs";
import type { DynamodbTable } from "#aws/dynamodb-table";
import { DynamodbTableReplicaA } from "#aws/dynamodb-table-replica";
import type { InContext } from "./backend-context.js";
import { type DataKey, TABLE_KEY_USE } from "./data-key.js";

export interface TableReplicaProps extends InContext {
  /** Table that is copied; it gets a stream, by which DynamoDB copies. @wiring */
  readonly table: DynamodbTable;
  /** Key of that table. @obligation OBL-DATA-7 */
  readonly tableKey: DataKey;
  /** Key of the copy, in the copy's region. @obligation OBL-DATA-7 */
  readonly key: DataKey;
}

/**
 * The same table in another region, under a key of that region. Both sides take writes and the last one wins, so what needs one order of writes, such as
 * a hash chain, has one writer. @obligation OBL-INC-3
 * @setting dynamodb-table-customer-key: the copy is encrypted with a key of your own
 * @setting dynamodb-table-recoverable: the copy can be restored to any second
 * @setting dynamodb-table-deletion-protected: no single call deletes it
 * @cost writes, each of which is made a second time, and what the copy holds
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html
 */
export class TableReplica extends Construct {
  readonly replica: DynamodbTableReplicaA;

  constructor(scope: Construct, id: string, { context, table, tableKey, key }: TableReplicaProps) {
    super(scope, id);
    for (const each of [tableKey, key]) each.grantTableReplication(TABLE_KEY_USE);
    table.streamEnabled = true;
    table.streamViewType = "NEW_AND_OLD_IMAGES";
    // The table shows its copies back; without this each plan would want to remove them.
    // Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/dynamodb_table_replica
    table.lifecycle = { ...table.lifecycle, ignoreChanges: ["replica"] };
    this.replica = new DynamodbTableReplicaA(this, "replica", {
      globalTableArn: table.arn,
      kmsKeyArn: key.arn,
      pointInTimeRecovery: true,
      deletionProtectionEnabled: true,
      lifecycle: { preventDestroy: true },
      tags: context.tags(key.dataClass),
    });
  }
}
