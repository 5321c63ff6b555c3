import { Construct } from "constructs";
import { IotThingType } from "#aws/iot-thing-type";
import { BulwarkError } from "../../model/errors.js";
import type { InContext } from "../base/backend-context.js";

/** One kind of device a provider sells. */
export interface DeviceModel {
  /** Kebab-case, such as `door-lock`; the thing type is `<product>-<name>`. @wiring */
  readonly name: string;
  /** What it is, in a few words. @wiring */
  readonly description: string;
  /** Day (YYYY-MM-DD) until which security updates are promised. @obligation OBL-CONS-15 */
  readonly supportUntil: string;
}

export interface ThingTypesProps extends InContext {
  /** Device models of the fleet. @obligation OBL-IAM-2 */
  readonly models: readonly DeviceModel[];
}

/** Attributes a fleet is searched by; AWS takes three searchable ones a type. Source: https://docs.aws.amazon.com/iot/latest/developerguide/thing-types.html */
const SEARCHABLE = ["firmware", "hardware", "serial"];

/**
 * A thing type for each device model, so that a roll-out or a recall finds every device of it. @obligation OBL-IAM-2 @obligation OBL-CONS-15
 * @setting iot-thing-type-support-period: the end of support is a tag
 * @cost nothing
 */
export class ThingTypes extends Construct {
  readonly types: ReadonlyMap<string, IotThingType>;

  constructor(scope: Construct, id: string, { context, models }: ThingTypesProps) {
    super(scope, id);
    if (models.length === 0)
      throw new BulwarkError("BW_PROP_INVALID", {
        construct: this.node.path,
        property: "models",
        given: "[]",
        problem: "a fleet has at least one device model",
      });
    this.types = new Map(
      models.map((model) => [
        model.name,
        new IotThingType(this, model.name, {
          name: context.name(model.name),
          properties: {
            description: `${model.description}. Security updates until ${model.supportUntil}.`,
            searchableAttributes: SEARCHABLE,
          },
          tags: { ...context.tags("identity"), "bulwark:support-until": model.supportUntil },
        }),
      ]),
    );
  }
}
