import { Construct } from "constructs";
import type { InContext } from "../base/backend-context.js";
import type { SecureLogGroup } from "../base/secure-log-group.js";
import { ServiceRole } from "../base/service-role.js";

export interface GatewayRoleProps extends InContext {
  /** Log that patch runs write to. @obligation OBL-CONS-5 */
  readonly logGroup: SecureLogGroup;
}

/**
 * What a gateway may do as a managed node: report itself, its inventory and its patches, and take commands. Narrower than the managed
 * policy AmazonSSMManagedInstanceCore, which also reads every parameter of the account. @obligation OBL-IAM-8
 * @setting iam-role-trust-source-bound: only Systems Manager of this account hands it out
 * @setting iam-policy-no-escalation: nothing in it gives further rights
 * @cost nothing
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-multicloud-service-role.html
 */
export class GatewayRole extends Construct {
  readonly role: ServiceRole;

  constructor(scope: Construct, id: string, { context, logGroup }: GatewayRoleProps) {
    super(scope, id);
    this.role = new ServiceRole(this, "role", {
      context,
      purpose: "gateway",
      service: "ssm.amazonaws.com",
      sourceArn: context.arn("ssm", "*"),
      dataClass: "firmware",
      description: "What a gateway may do as a managed node; named in its hybrid activation",
    });
    // Most of these know no resources, or name the node itself, whose id AWS makes when it joins.
    // Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
    this.role.allow("Node", NODE, [context.arn("ssm", "managed-instance/*"), context.arn("ssm", "association/*")]);
    this.role.allow("Report", REPORT, ["*"]);
    this.role.allow(
      "Documents",
      ["ssm:GetDocument", "ssm:DescribeDocument"],
      [`arn:${context.partition}:ssm:${context.region}::document/AWS-*`],
    );
    this.role.allow("Messages", MESSAGES, ["*"]);
    this.role.allow("Output", ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], [`${logGroup.arn}:*`]);
    this.role.allow("OutputGroup", ["logs:DescribeLogGroups"], [context.arn("logs", "log-group:*")]);
  }
}

const NODE = [
  "ssm:UpdateInstanceInformation",
  "ssm:UpdateInstanceAssociationStatus",
  "ssm:UpdateAssociationStatus",
  "ssm:PutComplianceItems",
  "ssm:PutInventory",
];

const REPORT = [
  "ssm:DescribeAssociation",
  "ssm:ListAssociations",
  "ssm:ListInstanceAssociations",
  "ssm:GetDeployablePatchSnapshotForInstance",
  "ssm:GetManifest",
  "ssm:PutConfigurePackageResult",
];

const MESSAGES = [
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
  "ec2messages:AcknowledgeMessage",
  "ec2messages:DeleteMessage",
  "ec2messages:FailMessage",
  "ec2messages:GetEndpoint",
  "ec2messages:GetMessages",
  "ec2messages:SendReply",
];
