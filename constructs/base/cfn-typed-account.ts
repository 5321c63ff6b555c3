import { cfnType, list, object, oneOf, tags, text } from "./cfn-typed-shape.js";

/* Registry facts of the AWS IoT types that set up an account. */

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-encryptionconfiguration.html */
export const ENCRYPTION_CONFIGURATION = cfnType({
  type: "AWS::IoT::EncryptionConfiguration",
  identifier: ["AccountId"],
  required: ["EncryptionType"],
  readOnly: ["AccountId", "ConfigurationDetails", "LastModifiedDate"],
  writeOnly: [],
  createOnly: [],
  properties: {
    AccountId: text(),
    ConfigurationDetails: object({ ConfigurationStatus: oneOf("HEALTHY", "UNHEALTHY"), ErrorCode: text(), ErrorMessage: text() }),
    EncryptionType: oneOf("CUSTOMER_MANAGED_KMS_KEY", "AWS_OWNED_KMS_KEY"),
    KmsAccessRoleArn: text(),
    KmsKeyArn: text(),
    LastModifiedDate: text(),
  },
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-resourcespecificlogging.html */
export const RESOURCE_SPECIFIC_LOGGING = cfnType({
  type: "AWS::IoT::ResourceSpecificLogging",
  identifier: ["TargetId"],
  required: ["TargetName", "TargetType", "LogLevel"],
  readOnly: ["TargetId"],
  writeOnly: [],
  createOnly: ["TargetName", "TargetType"],
  properties: {
    LogLevel: oneOf("ERROR", "WARN", "INFO", "DEBUG", "DISABLED"),
    TargetId: text(140),
    TargetName: text(128),
    TargetType: oneOf("THING_GROUP", "CLIENT_ID", "SOURCE_IP", "PRINCIPAL_ID", "EVENT_TYPE"),
  },
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-certificateprovider.html */
export const CERTIFICATE_PROVIDER = cfnType({
  type: "AWS::IoT::CertificateProvider",
  identifier: ["CertificateProviderName"],
  required: ["LambdaFunctionArn", "AccountDefaultForOperations"],
  readOnly: ["Arn"],
  writeOnly: [],
  createOnly: ["CertificateProviderName"],
  properties: {
    AccountDefaultForOperations: list(oneOf("CreateCertificateFromCsr")),
    Arn: text(),
    CertificateProviderName: text(128),
    LambdaFunctionArn: text(170),
    Tags: tags,
  },
});
