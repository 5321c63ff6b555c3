import { cfnType, flag, integer, list, map, number, object, oneOf, tags, text } from "./cfn-typed-shape.js";

/* Registry facts of the AWS IoT types around jobs and software. */

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-jobtemplate.html */
export const JOB_TEMPLATE = cfnType({
  type: "AWS::IoT::JobTemplate",
  identifier: ["JobTemplateId"],
  required: ["JobTemplateId", "Description"],
  readOnly: ["Arn"],
  writeOnly: [
    "JobArn",
    "Document",
    "DocumentSource",
    "TimeoutConfig",
    "JobExecutionsRolloutConfig",
    "AbortConfig",
    "PresignedUrlConfig",
    "DestinationPackageVersions",
    "JobExecutionsRetryConfig",
    "MaintenanceWindows",
  ],
  createOnly: [
    "JobTemplateId",
    "JobArn",
    "Description",
    "Document",
    "DocumentSource",
    "TimeoutConfig",
    "JobExecutionsRolloutConfig",
    "AbortConfig",
    "PresignedUrlConfig",
    "DestinationPackageVersions",
    "JobExecutionsRetryConfig",
    "MaintenanceWindows",
    "Tags",
  ],
  properties: {
    AbortConfig: object(
      {
        CriteriaList: list(
          object(
            {
              Action: oneOf("CANCEL"),
              FailureType: oneOf("FAILED", "REJECTED", "TIMED_OUT", "ALL"),
              MinNumberOfExecutedThings: integer(1),
              ThresholdPercentage: number(0, 100),
            },
            ["Action", "FailureType", "MinNumberOfExecutedThings", "ThresholdPercentage"],
          ),
        ),
      },
      ["CriteriaList"],
    ),
    Arn: text(),
    Description: text(2028),
    DestinationPackageVersions: list(text(1600)),
    Document: text(32768),
    DocumentSource: text(1350),
    JobArn: text(),
    JobExecutionsRetryConfig: object({
      RetryCriteriaList: list(object({ FailureType: oneOf("FAILED", "TIMED_OUT", "ALL"), NumberOfRetries: integer(0, 10) })),
    }),
    JobExecutionsRolloutConfig: object({
      ExponentialRolloutRate: object(
        {
          BaseRatePerMinute: integer(1),
          IncrementFactor: number(1, 5),
          RateIncreaseCriteria: object({ NumberOfNotifiedThings: integer(1), NumberOfSucceededThings: integer(1) }),
        },
        ["BaseRatePerMinute", "IncrementFactor", "RateIncreaseCriteria"],
      ),
      MaximumPerMinute: integer(1),
    }),
    JobTemplateId: text(64),
    MaintenanceWindows: list(object({ DurationInMinutes: integer(1, 1430), StartTime: text(256) })),
    PresignedUrlConfig: object({ ExpiresInSec: integer(60, 3600), RoleArn: text() }, ["RoleArn"]),
    Tags: tags,
    TimeoutConfig: object({ InProgressTimeoutInMinutes: integer(1, 10080) }, ["InProgressTimeoutInMinutes"]),
  },
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-softwarepackage.html */
export const SOFTWARE_PACKAGE = cfnType({
  type: "AWS::IoT::SoftwarePackage",
  identifier: ["PackageName"],
  required: [],
  readOnly: ["PackageArn"],
  writeOnly: [],
  createOnly: ["PackageName"],
  properties: { Description: text(1024), PackageArn: text(), PackageName: text(128), Tags: tags },
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-softwarepackageversion.html */
export const SOFTWARE_PACKAGE_VERSION = cfnType({
  type: "AWS::IoT::SoftwarePackageVersion",
  identifier: ["PackageName", "VersionName"],
  required: ["PackageName"],
  readOnly: ["ErrorReason", "PackageVersionArn", "Status", "SbomValidationStatus"],
  writeOnly: [],
  createOnly: ["PackageName", "VersionName"],
  properties: {
    Artifact: object({ S3Location: object({ Bucket: text(), Key: text(), Version: text() }, ["Bucket", "Key", "Version"]) }, [
      "S3Location",
    ]),
    Attributes: map(text()),
    Description: text(1024),
    ErrorReason: text(),
    PackageName: text(128),
    PackageVersionArn: text(),
    Recipe: text(3072),
    Sbom: object({ S3Location: object({ Bucket: text(), Key: text(), Version: text() }, ["Bucket", "Key", "Version"]) }, ["S3Location"]),
    SbomValidationStatus: oneOf("IN_PROGRESS", "FAILED", "SUCCEEDED", ""),
    Status: oneOf("DRAFT", "PUBLISHED", "DEPRECATED"),
    Tags: tags,
    VersionName: text(64),
  },
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-command.html */
export const COMMAND = cfnType({
  type: "AWS::IoT::Command",
  identifier: ["CommandId"],
  required: ["CommandId"],
  readOnly: ["CommandArn"],
  writeOnly: ["LastUpdatedAt"],
  createOnly: ["CommandId", "PayloadTemplate", "Preprocessor"],
  properties: {
    CommandArn: text(),
    CommandId: text(64),
    CreatedAt: text(),
    Deprecated: flag,
    Description: text(2028),
    DisplayName: text(64),
    LastUpdatedAt: text(),
    MandatoryParameters: list(
      object(
        {
          DefaultValue: object({ B: flag, BIN: text(), D: number(), I: integer(), L: text(19), S: text(), UL: text(20) }),
          Description: text(2028),
          Name: text(192),
          Type: oneOf("STRING", "INTEGER", "DOUBLE", "LONG", "UNSIGNEDLONG", "BOOLEAN", "BINARY"),
          Value: object({ B: flag, BIN: text(), D: number(), I: integer(), L: text(19), S: text(), UL: text(20) }),
          ValueConditions: list(
            object(
              {
                ComparisonOperator: oneOf(
                  "EQUALS",
                  "NOT_EQUALS",
                  "LESS_THAN",
                  "LESS_THAN_EQUALS",
                  "GREATER_THAN",
                  "GREATER_THAN_EQUALS",
                  "IN_SET",
                  "NOT_IN_SET",
                  "IN_RANGE",
                  "NOT_IN_RANGE",
                ),
                Operand: object({
                  Number: text(),
                  NumberRange: object({ Max: text(), Min: text() }, ["Min", "Max"]),
                  Numbers: list(text()),
                  String: text(),
                  Strings: list(text()),
                }),
              },
              ["ComparisonOperator", "Operand"],
            ),
          ),
        },
        ["Name"],
      ),
    ),
    Namespace: oneOf("AWS-IoT", "AWS-IoT-FleetWise"),
    Payload: object({ Content: text(), ContentType: text() }),
    PayloadTemplate: text(32768),
    PendingDeletion: flag,
    Preprocessor: object({ AwsJsonSubstitution: object({ OutputFormat: oneOf("JSON", "CBOR") }, ["OutputFormat"]) }),
    RoleArn: text(2028),
    Tags: tags,
  },
});
