import type { Construct } from "constructs";
import { type BackendContext, CertificateProvider } from "iot-bulwark/constructs";

export function example(scope: Construct, context: BackendContext): void {
  new CertificateProvider(scope, "certificate-provider", { context, functionName: "factory-ca" });
}
