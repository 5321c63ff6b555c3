/**
 * The controls whose baseline value a user may weaken with an accepted, dated reason. Ids are those of the rules that check the same thing,
 * so that an accepted deviation waives exactly the finding it explains.
 */
export const CONTROLS = {
  "kms-key-rotation": ["OBL-DATA-7"],
  "kms-deletion-window": ["OBL-DATA-7"],
  "log-group-retention": ["OBL-CONS-5"],
  "iot-logging-enabled": ["OBL-CONS-5"],
  "iot-domain-tls": ["OBL-DATA-6"],
  "iot-role-alias-duration": ["OBL-IAM-4", "OBL-IAM-7"],
  "sqs-dead-letter-retention": ["OBL-CONS-5"],
  "s3-object-lock": ["OBL-SDLC-8", "OBL-INC-5"],
  "signer-validity": ["OBL-SDLC-7"],
  "lambda-runtime": ["OBL-SDLC-6"],
  "lambda-code-signed": ["OBL-SDLC-7"],
  "ssm-patch-approval-delay": ["OBL-RISK-5", "OBL-SDLC-6"],
  "iot-job-abort": ["OBL-SDLC-6", "OBL-CONS-13"],
  "iot-audit-certificate-age": ["OBL-IAM-6"],
  "service-lifecycle-open": ["OBL-CONS-3", "OBL-SDLC-6"],
} as const satisfies Record<string, readonly string[]>;

export type ControlId = keyof typeof CONTROLS;

export const isControlId = (given: string): given is ControlId => Object.hasOwn(CONTROLS, given);
