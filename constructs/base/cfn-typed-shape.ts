/** The part of JSON Schema that the CloudFormation registry describes properties with, as far as the types here need it. */
export type Shape =
  | { readonly type: "string"; readonly maxLength?: number; readonly enum?: readonly string[] }
  | { readonly type: "integer" | "number"; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: "boolean" }
  | { readonly type: "array"; readonly items: Shape }
  | { readonly type: "object"; readonly patternProperties: { readonly [pattern: string]: Shape }; readonly additionalProperties: false }
  | ObjectShape;

type Shapes = Readonly<Record<string, Shape>>;

export interface ObjectOf<P, R> {
  readonly type: "object";
  readonly properties: P;
  readonly required: R;
  readonly additionalProperties: false;
}

type ObjectShape = ObjectOf<Shapes, readonly string[]>;

/**
 * What the CloudFormation registry says of one resource type. Property lists name top-level properties.
 * Source: https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
 */
export interface CfnType {
  /** `AWS::IoT::JobTemplate` */
  readonly type: string;
  /** What tells two resources of the type apart. */
  readonly identifier: readonly string[];
  readonly required: readonly string[];
  /** Set by AWS; nobody may give them. */
  readonly readOnly: readonly string[];
  /** Taken but never given back, so drift in them stays unseen. */
  readonly writeOnly: readonly string[];
  /** A change of one replaces the resource. */
  readonly createOnly: readonly string[];
  readonly properties: Shapes;
}

/** The value a shape takes. Text may be a token; numbers may not, for a document with one is no JSON before apply. */
export type ValueOf<S> = S extends { readonly enum: readonly (infer E)[] }
  ? E
  : S extends { readonly type: "string" }
    ? string
    : S extends { readonly type: "integer" | "number" }
      ? number
      : S extends { readonly type: "boolean" }
        ? boolean
        : S extends { readonly items: infer I }
          ? readonly ValueOf<I>[]
          : S extends { readonly patternProperties: { readonly [pattern: string]: infer V } }
            ? { readonly [key: string]: ValueOf<V> }
            : S extends { readonly properties: infer P; readonly required: readonly (infer R)[] }
              ? Members<P, R>
              : never;

type Members<P, R> = { readonly [K in Extract<keyof P, R>]: ValueOf<P[K]> } & {
  readonly [K in Exclude<keyof P, R>]?: ValueOf<P[K]> | undefined;
};

/** What is given for a resource of a type: all but what AWS sets; its name always, since a name AWS makes up is unknown in a plan. */
export type CfnProperties<T extends CfnType> = Members<
  Omit<T["properties"], T["readOnly"][number]>,
  T["required"][number] | Exclude<T["identifier"][number], T["readOnly"][number]>
>;

export const cfnType = <const T extends CfnType>(facts: T): T => facts;

export const text = (maxLength?: number): { readonly type: "string"; readonly maxLength?: number } =>
  maxLength === undefined ? { type: "string" } : { type: "string", maxLength };
export const oneOf = <const E extends readonly string[]>(...values: E): { readonly type: "string"; readonly enum: E } => ({
  type: "string",
  enum: values,
});
export const integer = (
  minimum?: number,
  maximum?: number,
): { readonly type: "integer"; readonly minimum?: number; readonly maximum?: number } => ({
  type: "integer",
  ...bounds(minimum, maximum),
});
export const number = (
  minimum?: number,
  maximum?: number,
): { readonly type: "number"; readonly minimum?: number; readonly maximum?: number } => ({
  type: "number",
  ...bounds(minimum, maximum),
});
export const flag = { type: "boolean" } as const;
export const list = <const S extends Shape>(items: S): { readonly type: "array"; readonly items: S } => ({ type: "array", items });
/** Keys are the author's own. */
export const map = <const S extends Shape>(
  values: S,
): { readonly type: "object"; readonly patternProperties: { readonly [pattern: string]: S }; readonly additionalProperties: false } => ({
  type: "object",
  patternProperties: { "[a-zA-Z0-9:_-]+": values },
  additionalProperties: false,
});
/** Members that are not named in `required` may be left out. */
export function object<const P extends Shapes>(properties: P): ObjectOf<P, readonly []>;
export function object<const P extends Shapes, const R extends readonly (keyof P & string)[]>(properties: P, required: R): ObjectOf<P, R>;
export function object(properties: Shapes, required: readonly string[] = []): ObjectShape {
  return { type: "object", properties, required, additionalProperties: false };
}
export const tags = list(object({ Key: text(128), Value: text(256) }, ["Key", "Value"]));

const bounds = (minimum?: number, maximum?: number): { readonly minimum?: number; readonly maximum?: number } => ({
  ...(minimum === undefined ? {} : { minimum }),
  ...(maximum === undefined ? {} : { maximum }),
});

/** What may be given for a type, as one shape. */
export const shapeOf = ({ properties, required, readOnly }: CfnType): Extract<Shape, { type: "object" }> => ({
  type: "object",
  properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !readOnly.includes(name))),
  required,
  additionalProperties: false,
});

/** The registry's own schema document of a type, which Cloud Control is planned with. */
export function registrySchema({ type, properties, required, identifier, readOnly, writeOnly, createOnly }: CfnType): object {
  const pointers = (names: readonly string[]): readonly string[] => names.map((name) => `/properties/${name}`);
  return {
    typeName: type,
    description: type,
    additionalProperties: false,
    properties,
    required,
    primaryIdentifier: pointers(identifier),
    readOnlyProperties: pointers(readOnly),
    writeOnlyProperties: pointers(writeOnly),
    createOnlyProperties: pointers(createOnly),
  };
}
