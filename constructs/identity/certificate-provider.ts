import { Construct } from "constructs";
import { LambdaPermission } from "#aws/lambda-permission";
import { BulwarkError } from "../../model/errors.js";
import type { InContext } from "../base/backend-context.js";
import { CfnTyped } from "../base/cfn-typed.js";
import { CERTIFICATE_PROVIDER } from "../base/cfn-typed-account.js";

export interface CertificateProviderProps extends InContext {
  /** Name of a function of this account and region that signs the request it is given; it is yours, with the CA behind it. @obligation OBL-IAM-2 */
  readonly functionName: string;
}

/**
 * Certificates from a CA of your own for devices that come with a signing request. It is the whole account's: AWS IoT then asks this function
 * for every certificate, and nobody else may. @obligation OBL-IAM-2 @obligation OBL-IAM-8
 * @setting iot-certificate-provider-callers: only AWS IoT calls the function
 * @setting lambda-permission-bound: and only for this account and this provider
 * @cost nothing by itself; your function is called for each certificate
 * Source: https://docs.aws.amazon.com/iot/latest/developerguide/provisioning-cert-provider.html
 */
export class CertificateProvider extends Construct {
  readonly provider: CfnTyped<typeof CERTIFICATE_PROVIDER>;
  readonly permission: LambdaPermission;

  constructor(scope: Construct, id: string, { context, functionName }: CertificateProviderProps) {
    super(scope, id);
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(functionName))
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.node.path,
        property: "functionName",
        given: functionName,
        problem: "needs the name of a function of this account, not an ARN",
      });
    const name = context.name("ca");
    this.permission = new LambdaPermission(this, "permission", {
      statementId: "CertificateProvider",
      action: "lambda:InvokeFunction",
      functionName,
      principal: "iot.amazonaws.com",
      sourceAccount: context.account,
      sourceArn: context.arn("iot", `certificateprovider:${name}`),
    });
    this.provider = new CfnTyped(this, "provider", {
      context,
      type: CERTIFICATE_PROVIDER,
      dataClass: "identity",
      dependsOn: [this.permission],
      properties: {
        CertificateProviderName: name,
        LambdaFunctionArn: context.arn("lambda", `function:${functionName}`),
        AccountDefaultForOperations: ["CreateCertificateFromCsr"],
      },
    });
  }
}
