import { cfnType, flag, integer, list, map, number, object, oneOf, tags, text } from "./cfn-typed-shape.js";

/* Registry facts of AWS IoT Device Defender Detect and of fleet metrics. */

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-securityprofile.html */
export const SECURITY_PROFILE = cfnType({
  type: "AWS::IoT::SecurityProfile",
  identifier: ["SecurityProfileName"],
  required: [],
  readOnly: ["SecurityProfileArn"],
  writeOnly: [],
  createOnly: ["SecurityProfileName"],
  properties: {
    AdditionalMetricsToRetainV2: list(
      object(
        {
          ExportMetric: flag,
          Metric: text(128),
          MetricDimension: object({ DimensionName: text(128), Operator: oneOf("IN", "NOT_IN") }, ["DimensionName"]),
        },
        ["Metric"],
      ),
    ),
    AlertTargets: map(object({ AlertTargetArn: text(), RoleArn: text() }, ["AlertTargetArn", "RoleArn"])),
    Behaviors: list(
      object(
        {
          Criteria: object({
            ComparisonOperator: oneOf(
              "less-than",
              "less-than-equals",
              "greater-than",
              "greater-than-equals",
              "in-cidr-set",
              "not-in-cidr-set",
              "in-port-set",
              "not-in-port-set",
              "in-set",
              "not-in-set",
            ),
            ConsecutiveDatapointsToAlarm: integer(1, 10),
            ConsecutiveDatapointsToClear: integer(1, 10),
            DurationSeconds: integer(),
            MlDetectionConfig: object({ ConfidenceLevel: oneOf("LOW", "MEDIUM", "HIGH") }),
            StatisticalThreshold: object({
              Statistic: oneOf("Average", "p0", "p0.1", "p0.01", "p1", "p10", "p50", "p90", "p99", "p99.9", "p99.99", "p100"),
            }),
            Value: object({
              Cidrs: list(text(43)),
              Count: text(),
              Number: number(),
              Numbers: list(number()),
              Ports: list(integer(0, 65535)),
              Strings: list(text()),
            }),
          }),
          ExportMetric: flag,
          Metric: text(128),
          MetricDimension: object({ DimensionName: text(128), Operator: oneOf("IN", "NOT_IN") }, ["DimensionName"]),
          Name: text(128),
          SuppressAlerts: flag,
        },
        ["Name"],
      ),
    ),
    MetricsExportConfig: object({ MqttTopic: text(512), RoleArn: text() }, ["MqttTopic", "RoleArn"]),
    SecurityProfileArn: text(),
    SecurityProfileDescription: text(1000),
    SecurityProfileName: text(128),
    Tags: tags,
    TargetArns: list(text()),
  },
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-custommetric.html */
export const CUSTOM_METRIC = cfnType({
  type: "AWS::IoT::CustomMetric",
  identifier: ["MetricName"],
  required: ["MetricType"],
  readOnly: ["MetricArn"],
  writeOnly: [],
  createOnly: ["MetricName", "MetricType"],
  properties: {
    DisplayName: text(128),
    MetricArn: text(),
    MetricName: text(128),
    MetricType: oneOf("string-list", "ip-address-list", "number-list", "number"),
    Tags: tags,
  },
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-dimension.html */
export const DIMENSION = cfnType({
  type: "AWS::IoT::Dimension",
  identifier: ["Name"],
  required: ["Type", "StringValues"],
  readOnly: ["Arn"],
  writeOnly: [],
  createOnly: ["Name", "Type"],
  properties: { Arn: text(), Name: text(128), StringValues: list(text(256)), Tags: tags, Type: oneOf("TOPIC_FILTER") },
});

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-fleetmetric.html */
export const FLEET_METRIC = cfnType({
  type: "AWS::IoT::FleetMetric",
  identifier: ["MetricName"],
  required: ["MetricName"],
  readOnly: ["MetricArn", "CreationDate", "LastModifiedDate", "Version"],
  writeOnly: [],
  createOnly: ["MetricName"],
  properties: {
    AggregationField: text(),
    AggregationType: object({ Name: oneOf("Cardinality", "Percentiles", "Statistics"), Values: list(text(12)) }, ["Name", "Values"]),
    CreationDate: text(),
    Description: text(1024),
    IndexName: text(128),
    LastModifiedDate: text(),
    MetricArn: text(),
    MetricName: text(128),
    Period: integer(60, 86400),
    QueryString: text(),
    QueryVersion: text(),
    Tags: tags,
    Unit: oneOf(
      "Bits",
      "Bits/Second",
      "Bytes",
      "Bytes/Second",
      "Count",
      "Count/Second",
      "Gigabits",
      "Gigabits/Second",
      "Gigabytes",
      "Gigabytes/Second",
      "Kilobits",
      "Kilobits/Second",
      "Kilobytes",
      "Kilobytes/Second",
      "Megabits",
      "Megabits/Second",
      "Megabytes",
      "Megabytes/Second",
      "Microseconds",
      "Milliseconds",
      "None",
      "Percent",
      "Seconds",
      "Terabits",
      "Terabits/Second",
      "Terabytes",
      "Terabytes/Second",
    ),
    Version: number(),
  },
});
