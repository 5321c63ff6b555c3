import { Construct } from "constructs";
import { IotDomainConfiguration } from "#aws/iot-domain-configuration";
import { BASELINE } from "../../model/baseline.js";
import type { InContext } from "../base/backend-context.js";

export interface DeviceEndpointProps extends InContext {
  /** Own domain name devices connect to; needs `serverCertificateArns`. @default a domain name of AWS @wiring */
  readonly domainName?: string;
  /** ACM certificate for the own domain name. @default none @obligation OBL-DATA-6 */
  readonly serverCertificateArns?: readonly string[];
  /** TLS policy of AWS IoT. @default IoTSecurityPolicy_TLS13_1_2_2022_10 @obligation OBL-DATA-6 @accept iot-domain-tls */
  readonly securityPolicy?: string;
}

/**
 * Where devices connect: TLS 1.2 at least, X.509 certificates only, no custom authoriser that could be asked for instead. @obligation OBL-IAM-2 @obligation OBL-DATA-6
 * @setting iot-domain-tls: TLS 1.2 and up (`IoTSecurityPolicy_TLS13_1_2_2022_10`)
 * @setting iot-domain-x509: devices show an X.509 certificate (`AWS_X509`)
 * @setting iot-domain-authorizer-fixed: no client chooses another way in
 * @cost minutes devices are connected, and messages
 */
export class DeviceEndpoint extends Construct {
  readonly domain: IotDomainConfiguration;

  constructor(scope: Construct, id: string, { context, domainName, serverCertificateArns, securityPolicy }: DeviceEndpointProps) {
    super(scope, id);
    const hardening = context.hardening(this);
    this.domain = new IotDomainConfiguration(this, "domain", {
      name: context.name("devices"),
      serviceType: "DATA",
      status: "ENABLED",
      applicationProtocol: "SECURE_MQTT",
      authenticationType: "AWS_X509",
      tlsConfig: {
        securityPolicy: hardening.oneOf(
          "iot-domain-tls",
          "tls_config[0].security_policy",
          securityPolicy,
          BASELINE.transport.iotSecurityPolicies,
          BASELINE.transport.defaultIotSecurityPolicy,
        ),
      },
      ...(domainName === undefined ? {} : { domainName }),
      ...(serverCertificateArns === undefined ? {} : { serverCertificateArns: [...serverCertificateArns] }),
      tags: context.tags("identity"),
    });
    hardening.bind(this.domain);
  }
}
