export { type ArnScope, type IotArn, iotArn } from "./arn.js";
export { authorizePublish, bindIotPolicies, evaluateIotPolicies, type IotAuthorizer } from "./evaluate.js";
export { type IotPolicy, parseIotPolicy } from "./parse.js";
export * from "./types.js";
