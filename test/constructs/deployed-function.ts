import { EMULATOR_ENVIRONMENT } from "../support/aws-emulator.js";
import { type LambdaFunction, startFunction } from "../support/lambda-runtime.js";
import type { SynthStack } from "../support/synth-stack.js";

const PATHS = { "record/handler": "incidents", "response/handler": "cutter", "detection/handler": "detection" } as const;

/**
 * Starts a function of FleetDefence as it would be deployed: its package, and its environment, of which a value that only an apply would know fails
 * here. AWS is at `url`. @returns its name too
 */
export function startDeployed(stack: SynthStack, entry: keyof typeof PATHS, url: string): [name: string, deployed: LambdaFunction] {
  const { values } = stack.get("aws_lambda_function", `defence/${PATHS[entry]}/function/function`);
  const { variables } = values.environment as { readonly variables: Record<string, string> };
  const unknown = Object.entries(variables).find(([, value]) => value.includes("${"));
  if (unknown !== undefined) throw new Error(`${entry}: ${unknown[0]} is known after apply only`);
  const archive = stack.packages.get(`${entry.replace("/", "-")}.zip`);
  if (archive === undefined) throw new Error(`the stack has no package of ${entry}`);
  return [String(values.function_name), startFunction(archive, { ...variables, ...EMULATOR_ENVIRONMENT, AWS_ENDPOINT_URL: url })];
}
