import { Token } from "#tf";
import type { Shape } from "./cfn-typed-shape.js";

interface Misfit {
  readonly path: string;
  readonly given: unknown;
  readonly problem: string;
}

/** The first place where a value does not fit its shape: TypeScript has checked literals, this holds numbers, lengths and what was cast. */
export function misfitOf(shape: Shape | undefined, value: unknown, path: string): Misfit | undefined {
  if (value === undefined || (typeof value === "string" && Token.isUnresolved(value))) return undefined;
  if (shape === undefined) return { path, given: value, problem: "is no property of this type" };
  switch (shape.type) {
    case "object":
      return objectMisfit(shape, value, path);
    case "array":
      if (!Array.isArray(value)) return { path, given: value, problem: "needs a list" };
      return first(value.map((item, index) => misfitOf(shape.items, item, `${path}[${index}]`)));
    default: {
      const problem = problemOf(shape, value);
      return problem === undefined ? undefined : { path, given: value, problem };
    }
  }
}

function problemOf(shape: Exclude<Shape, { type: "object" | "array" }>, value: unknown): string | undefined {
  if (shape.type === "boolean") return typeof value === "boolean" ? undefined : "needs true or false";
  if (shape.type === "string") {
    if (typeof value !== "string") return "needs text";
    if (shape.enum?.includes(value) === false) return `needs one of ${shape.enum.join(", ")}`;
    return shape.maxLength !== undefined && value.length > shape.maxLength ? `AWS takes ${shape.maxLength} characters` : undefined;
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return "needs a number";
  if (Token.isUnresolved(value)) return "needs a number that is known now: a document with a number token cannot be read before apply";
  if (shape.type === "integer" && !Number.isInteger(value)) return "needs a whole number";
  if (shape.minimum !== undefined && value < shape.minimum) return `AWS takes ${shape.minimum} at least`;
  return shape.maximum !== undefined && value > shape.maximum ? `AWS takes ${shape.maximum} at most` : undefined;
}

function objectMisfit(shape: Extract<Shape, { type: "object" }>, value: unknown, path: string): Misfit | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { path, given: value, problem: "needs an object" };
  const inside = Object.entries(value).map(([key, inner]) => misfitOf(memberShape(shape, key), inner, join(path, key)));
  const missing =
    "patternProperties" in shape ? undefined : shape.required.find((key) => (value as Record<string, unknown>)[key] === undefined);
  return first(inside) ?? (missing === undefined ? undefined : { path: join(path, missing), given: "nothing", problem: "is required" });
}

/** The shape of one key of an object; in a map every key has the same. */
export function memberShape(shape: Extract<Shape, { type: "object" }>, key: string): Shape | undefined {
  if ("patternProperties" in shape) return Object.values(shape.patternProperties)[0];
  return Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
}

const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);
const first = (misfits: readonly (Misfit | undefined)[]): Misfit | undefined => misfits.find((misfit) => misfit !== undefined);
