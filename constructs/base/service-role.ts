import { Construct } from "constructs";
import { IamRole } from "#aws/iam-role";
import { IamRolePolicy } from "#aws/iam-role-policy";
import { Lazy } from "#tf";
import type { DataClass, InContext } from "./backend-context.js";
import { policyDocument, type Statement } from "./policy-document.js";

export interface ServiceRoleProps extends InContext {
  /** Names the role: `<product>-<purpose>-<region>`. @wiring */
  readonly purpose: string;
  /** Service principal that assumes it, such as `iot.amazonaws.com`. @obligation OBL-IAM-8 */
  readonly service: string;
  /**
   * ARN pattern of the resources on whose behalf the service may assume the role. Without it any customer of the service could try to
   * use ours as a confused deputy. Lambda is the one service here that sends no source ARN at assume time: give `undefined`.
   * @obligation OBL-IAM-8
   * Source: https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html
   */
  readonly sourceArn: string | undefined;
  /**
   * Holds the service to its source only where it names one, for a service whose documentation does not say that it does. @default false
   * @obligation OBL-IAM-8
   */
  readonly sourceIfSent?: boolean;
  /** Class of the data; a tag says it. @obligation OBL-DATA-1 */
  readonly dataClass: DataClass;
  /** What it may do, in words. @wiring */
  readonly description: string;
}

/**
 * The one way a role for an AWS service is made: trusted for one service, one account, one family of resources. @obligation OBL-IAM-8
 * @setting iam-role-trust-source-bound: the service assumes it for this account and one family of resources only
 * @setting iam-role-trust-not-public: nobody else is trusted
 * @setting iam-policy-no-admin: no permission reaches everything
 * @cost nothing
 */
export class ServiceRole extends Construct {
  readonly role: IamRole;
  readonly policy: IamRolePolicy;
  /** Literal, known before apply. */
  readonly arn: string;
  readonly roleName: string;
  readonly purpose: string;
  private readonly statements: Statement[] = [];

  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    const { context, purpose, service, sourceArn, dataClass, description } = props;
    this.purpose = purpose;
    this.roleName = context.roleName(purpose);
    this.arn = context.roleArn(this.roleName);
    this.role = new IamRole(this, "role", {
      name: this.roleName,
      description,
      assumeRolePolicy: policyDocument([
        {
          Sid: "Assume",
          Effect: "Allow",
          Principal: { Service: service },
          Action: "sts:AssumeRole",
          ...(sourceArn === undefined ? {} : { Condition: conditions(context.sourceConditions(sourceArn), props.sourceIfSent ?? false) }),
        },
      ]),
      maxSessionDuration: 3600,
      tags: context.tags(dataClass),
    });
    this.policy = new IamRolePolicy(this, "policy", {
      name: purpose,
      role: this.role.name,
      policy: Lazy.stringValue({ produce: () => policyDocument(this.statements) }),
    });
  }

  /** Adds one permission. Resources are literal ARNs; give exactly what is needed. */
  allow(sid: string, actions: readonly string[], resources: readonly string[], condition?: Statement["Condition"]): void {
    // IAM refuses a policy in which two statements share an id, as the grants of two queues to one role would.
    const taken = this.statements.filter(({ Sid }) => Sid.replace(/\d+$/, "") === sid).length;
    this.statements.push({
      Sid: taken === 0 ? sid : `${sid}${taken + 1}`,
      Effect: "Allow",
      Action: actions,
      Resource: resources,
      ...(condition ? { Condition: condition } : {}),
    });
  }
}

const conditions = (strict: NonNullable<Statement["Condition"]>, ifSent: boolean): Statement["Condition"] =>
  ifSent ? Object.fromEntries(Object.entries(strict).map(([operator, keys]) => [`${operator}IfExists`, keys])) : strict;
