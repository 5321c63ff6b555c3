import { Construct } from "constructs";
import { DynamodbTable } from "#aws/dynamodb-table";
import type { BackendContext, InContext } from "../base/backend-context.js";
import { type DataKey, TABLE_KEY_USE } from "../base/data-key.js";
import type { ServiceRole } from "../base/service-role.js";
import { TableReplica } from "../base/table-replica.js";

export interface DeviceRegistryProps extends InContext {
  /** Key of the table. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Registry of another region whose entries this one shares; then no table of its own is made. @default none @obligation OBL-INC-3 */
  readonly replicaOf?: DeviceRegistry;
}

/**
 * The list of devices that were really made: a serial number that is not in it gets no identity. @obligation OBL-IAM-5
 * @setting dynamodb-table-customer-key: the list is encrypted with a key of your own
 * @setting dynamodb-table-recoverable: it can be restored to any second
 * @setting dynamodb-table-deletion-protected: it is not deleted by one call
 * @cost look-ups, one for each device that is enrolled
 */
export class DeviceRegistry extends Construct {
  /** The one table; a registry that is a replica has the table of the other region here. */
  readonly table: DynamodbTable;
  /** Absent where this registry has the table itself. */
  readonly replica?: TableReplica;
  readonly tableName: string;
  /** Literal, known before apply. */
  readonly arn: string;
  private readonly key: DataKey;

  constructor(scope: Construct, id: string, { context, key, replicaOf }: DeviceRegistryProps) {
    super(scope, id);
    this.key = key;
    this.tableName = context.name("device-registry");
    this.arn = context.arn("dynamodb", `table/${this.tableName}`);
    key.grantAccountThrough("dynamodb", TABLE_KEY_USE);
    if (replicaOf) this.replica = new TableReplica(this, "replica", { context, key, table: replicaOf.table, tableKey: replicaOf.key });
    this.table = replicaOf?.table ?? this.makeTable(context, key);
  }

  /** Lets a role look devices up by their serial numbers; it cannot list them. */
  grantRead(role: ServiceRole): void {
    this.allow(role, "RegistryRead", ["dynamodb:GetItem", "dynamodb:BatchGetItem"]);
  }

  /** Lets a role, such as the one of the factory, enter devices that were made. */
  grantEnter(role: ServiceRole): void {
    this.allow(role, "RegistryEnter", ["dynamodb:PutItem"]);
  }

  /** Lets a role look up a serial number and mark it as claimed. */
  grantClaim(role: ServiceRole): void {
    this.allow(role, "Registry", ["dynamodb:GetItem", "dynamodb:UpdateItem"]);
  }

  /** Lets a role forget the owner of a device, or the device. */
  grantErase(role: ServiceRole): void {
    this.allow(role, "RegistryErase", ["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]);
  }

  private allow(role: ServiceRole, sid: string, actions: readonly string[]): void {
    role.allow(sid, actions, [this.arn]);
    this.key.grantRole(role, "dynamodb", TABLE_KEY_USE);
  }

  private makeTable(context: BackendContext, key: DataKey): DynamodbTable {
    return new DynamodbTable(this, "table", {
      name: this.tableName,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "serialNumber",
      attribute: [{ name: "serialNumber", type: "S" }],
      serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: true,
      lifecycle: { preventDestroy: true },
      tags: context.tags("identity"),
    });
  }
}
