import type { Construct } from "constructs";
import type { BackendContext } from "../base/backend-context.js";
import { ServiceRole } from "../base/service-role.js";

/** Narrower than the managed policy AWSIoTThingsRegistration: only this product's things, and the one policy and group the template assigns. */
export function provisioningRole(scope: Construct, context: BackendContext, purpose: string): ServiceRole {
  const iot = (resource: string): string => context.arn("iot", resource);
  const role = new ServiceRole(scope, "role", {
    context,
    purpose,
    service: "iot.amazonaws.com",
    sourceArn: iot("*"),
    dataClass: "identity",
    description: "What provisioning may do for a device",
  });
  role.allow(
    "Things",
    ["iot:CreateThing", "iot:DescribeThing", "iot:UpdateThing", "iot:ListThingPrincipals"],
    [iot(`thing/${context.product}-*`)],
  );
  role.allow("Types", ["iot:DescribeThingType"], [iot(`thingtype/${context.product}-*`)]);
  role.allow(
    "Group",
    ["iot:AddThingToThingGroup", "iot:DescribeThingGroup"],
    [iot(`thinggroup/${context.name("fleet")}`), iot(`thing/${context.product}-*`)],
  );
  // Certificates have no name to narrow by; their ids are made by AWS.
  role.allow(
    "Certificates",
    [
      "iot:DescribeCertificate",
      "iot:UpdateCertificate",
      "iot:AttachPolicy",
      "iot:AttachThingPrincipal",
      "iot:ListPrincipalThings",
      "iot:ListAttachedPolicies",
    ],
    [iot("cert/*"), iot(`thing/${context.product}-*`)],
  );
  role.allow("Policy", ["iot:GetPolicy"], [iot(`policy/${context.name("device")}`)]);
  return role;
}
