import { isObject, isUnknown, objectOf, own, put, unknown, type Value, type ValueObject } from "../normal.js";
import { type BlockSchema, schemaOf } from "../provider-schema.js";
import type { Properties } from "./properties.js";
import { tagsOf, withoutAbsent } from "./values.js";

/**
 * `AWS::IoT::TopicRule` as `aws_iot_topic_rule`.
 * Source: docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-topicrule.html and aws-properties-iot-topicrule-action.html;
 * registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iot_topic_rule
 */
export function topicRule(properties: Properties): ValueObject {
  const payload = properties.take("TopicRulePayload");
  const actions = new RuleActions((path) => properties.leave(`TopicRulePayload.${path}`));
  const values = withoutAbsent({
    name: properties.take("RuleName"),
    description: within(payload, "Description"),
    sql: within(payload, "Sql"),
    sql_version: within(payload, "AwsIotSqlVersion"),
    enabled: negated(within(payload, "RuleDisabled")),
    tags: tagsOf(properties.take("Tags")),
    error_action: actions.ofErrors(within(payload, "ErrorAction")),
  });
  for (const [kind, blocks] of actions.ofRule(within(payload, "Actions"))) put(values, kind, blocks);
  for (const name of Object.keys(objectOf(isUnknown(payload) ? undefined : payload)))
    if (!PAYLOAD.has(name)) properties.leave(`TopicRulePayload.${name}`);
  return values;
}

const PAYLOAD: ReadonlySet<string> = new Set(["Actions", "AwsIotSqlVersion", "Description", "ErrorAction", "RuleDisabled", "Sql"]);

const within = (payload: Value | undefined, name: string): Value | undefined =>
  isUnknown(payload) ? unknown("opaque-document", payload.refs) : ((own(payload, name) ?? undefined) as Value | undefined);

const negated = (disabled: Value | undefined): Value => (isUnknown(disabled) ? disabled : !(disabled === true || disabled === "true"));

/** Actions become blocks of their kind, with the provider's names: those are CloudFormation's in lower case, with underscores. */
class RuleActions {
  readonly #leave: (path: string) => void;
  readonly #schema = schemaOf("managed", "aws_iot_topic_rule");

  /** @param leave told of what the provider has no place for */
  constructor(leave: (path: string) => void) {
    this.#leave = leave;
  }

  ofRule(actions: Value | undefined): ReadonlyMap<string, Value[]> {
    const byKind = new Map<string, Value[]>();
    if (actions !== undefined && !Array.isArray(actions)) this.#leave("Actions");
    for (const [at, action] of (Array.isArray(actions) ? (actions as readonly Value[]) : []).entries())
      for (const [kind, block] of this.#blocksOf(action, this.#schema, `Actions[${at}]`))
        byKind.set(kind, [...(byKind.get(kind) ?? []), block]);
    return byKind;
  }

  /** Unknown, where it has an action and nobody can say which of the provider's that is. */
  ofErrors(action: Value | undefined): Value | undefined {
    if (action === undefined || isUnknown(action)) return action;
    const blocks = this.#blocksOf(action, this.#schema?.blocks.get("error_action")?.block, "ErrorAction");
    if (blocks.length === 0) return unknown("opaque-document");
    return [Object.fromEntries(blocks.map(([kind, block]) => [kind, [block]]))];
  }

  #blocksOf(action: Value, schema: BlockSchema | undefined, path: string): readonly (readonly [string, Value])[] {
    if (!isObject(action) || isUnknown(action)) {
      this.#leave(path);
      return [];
    }
    return Object.keys(action).flatMap((name): readonly (readonly [string, Value])[] => {
      const kind = nameIn(schema?.blocks, name);
      const block = kind === undefined ? undefined : schema?.blocks.get(kind)?.block;
      const body = action[name] as Value;
      if (kind !== undefined && isUnknown(body)) return [[kind, body]];
      if (kind !== undefined && block !== undefined && isObject(body))
        return [[kind, this.#bodyOf(body as ValueObject, block, `${path}.${name}`)]];
      this.#leave(`${path}.${name}`);
      return [];
    });
  }

  #bodyOf(body: ValueObject, schema: BlockSchema, path: string): ValueObject {
    const out: ValueObject = {};
    for (const name of Object.keys(body)) {
      const value = body[name] as Value;
      const attribute = nameIn(schema.attributes, name);
      const kind = nameIn(schema.blocks, name) ?? nameIn(schema.blocks, PLURALS[name] ?? "");
      const block = kind === undefined ? undefined : schema.blocks.get(kind)?.block;
      if (attribute !== undefined) put(out, attribute, value);
      else if (kind === undefined || block === undefined) this.#leave(`${path}.${name}`);
      else if (isUnknown(value)) put(out, kind, value);
      else {
        const items = Array.isArray(value) ? (value as readonly Value[]) : [value];
        const inner = items.map((item) =>
          isObject(item) && !isUnknown(item) ? this.#bodyOf(item as ValueObject, block, `${path}.${name}`) : item,
        );
        put(out, kind, inner);
      }
    }
    return out;
  }
}

/** Lists whose blocks are named for one of them. */
const PLURALS: Readonly<Record<string, string>> = { Dimensions: "Dimension", Headers: "Header" };

/** `DynamoDBv2` is `dynamodbv2`, `CloudwatchAlarm` is `cloudwatch_alarm`; the header of an HTTP action is `http_header`. */
function nameIn(names: ReadonlyMap<string, unknown> | undefined, property: string): string | undefined {
  const plain = property.toLowerCase();
  for (const name of names?.keys() ?? []) if (plain !== "" && (name.replaceAll("_", "") === plain || name === `http_${plain}`)) return name;
  return undefined;
}
