import { Construct } from "constructs";
import { DynamodbTable } from "#aws/dynamodb-table";
import type { BackendContext, InContext } from "../base/backend-context.js";
import { type DataKey, TABLE_KEY_USE } from "../base/data-key.js";
import type { Statement } from "../base/policy-document.js";
import type { ServiceRole } from "../base/service-role.js";
import { TableReplica } from "../base/table-replica.js";

export interface ConsentLedgerProps extends InContext {
  /** Key of the table. @obligation OBL-DATA-7 */
  readonly key: DataKey;
  /** Ledger of another region whose entries this one shares; then no table of its own is made. @default none @obligation OBL-INC-3 */
  readonly replicaOf?: ConsentLedger;
}

/**
 * Who agreed to what: an item for each thing and purpose, written by the app's backend when somebody agrees or withdraws, and the salt of
 * each thing's pseudonym. A withdrawn consent stays until its `expires`. @obligation OBL-DATA-4
 * @setting dynamodb-table-customer-key: consents are encrypted with a key of your own
 * @setting dynamodb-table-recoverable: they can be restored to any second
 * @setting dynamodb-table-deletion-protected: they are not deleted by one call
 * @cost look-ups of the filter, one for each thing in a batch
 */
export class ConsentLedger extends Construct {
  /** The one table; a ledger that is a replica has the table of the other region here. */
  readonly table: DynamodbTable;
  /** Absent where this ledger has the table itself. */
  readonly replica?: TableReplica;
  readonly tableName: string;
  /** Literal, known before apply. */
  readonly arn: string;
  private readonly key: DataKey;

  constructor(scope: Construct, id: string, { context, key, replicaOf }: ConsentLedgerProps) {
    super(scope, id);
    this.key = key;
    this.tableName = context.name("consents");
    this.arn = context.arn("dynamodb", `table/${this.tableName}`);
    key.grantAccountThrough("dynamodb", TABLE_KEY_USE);
    if (replicaOf) this.replica = new TableReplica(this, "replica", { context, key, table: replicaOf.table, tableKey: replicaOf.key });
    this.table = replicaOf?.table ?? this.makeTable(context, key);
  }

  /** Lets a role look consents up, and keep the salt a pseudonym is made with. */
  grantRead(role: ServiceRole): void {
    this.allow(role, "Consents", ["dynamodb:BatchGetItem", "dynamodb:PutItem"]);
  }

  /**
   * Lets a role, such as the one of the app's backend, write down what somebody agreed to or withdrew. It reads nothing and cannot set the salt of a
   * pseudonym. Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
   */
  grantRecord(role: ServiceRole): void {
    this.allow(role, "ConsentsRecord", ["dynamodb:PutItem"], {
      "ForAllValues:StringEquals": { "dynamodb:Attributes": ["thing", "purpose", "granted", "at", "notice", "expires"] },
      StringEqualsIfExists: { "dynamodb:ReturnValues": "NONE" },
    });
  }

  /** Lets a role remove what a thing has here, and write down that it did. */
  grantErase(role: ServiceRole): void {
    this.allow(role, "Consents", ["dynamodb:Query", "dynamodb:DeleteItem", "dynamodb:PutItem"]);
  }

  private allow(role: ServiceRole, sid: string, actions: readonly string[], condition?: Statement["Condition"]): void {
    role.allow(sid, actions, [this.arn], condition);
    this.key.grantRole(role, "dynamodb", TABLE_KEY_USE);
  }

  private makeTable(context: BackendContext, key: DataKey): DynamodbTable {
    return new DynamodbTable(this, "table", {
      name: this.tableName,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "thing",
      rangeKey: "purpose",
      attribute: [
        { name: "thing", type: "S" },
        { name: "purpose", type: "S" },
      ],
      ttl: { attributeName: "expires", enabled: true },
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
      deletionProtectionEnabled: true,
      lifecycle: { preventDestroy: true },
      tags: context.tags("identity"),
    });
  }
}
