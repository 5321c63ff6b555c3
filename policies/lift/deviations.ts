import type { Deviation, Json } from "../../model/resource.js";
import { isObject, jsonOf } from "./normal.js";

/** Accepted deviations as the constructs write them: a list, or its JSON text (a Terraform output holds text). Anything else is none. */
export function readDeviations(value: Json | undefined): readonly Deviation[] {
  const list = typeof value === "string" ? jsonOf(value) : value;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: Json): readonly Deviation[] => {
    if (!isObject(item) || typeof item.control !== "string" || typeof item.until !== "string" || typeof item.reason !== "string") return [];
    const text = (key: string): string => (typeof item[key] === "string" ? item[key] : "");
    return [
      {
        control: item.control,
        address: text("address"),
        constructPath: text("constructPath"),
        property: text("property"),
        given: item.given ?? null,
        baseline: item.baseline ?? null,
        reason: item.reason,
        until: item.until,
      },
    ];
  });
}
