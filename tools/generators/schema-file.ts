import { basename } from "node:path";
import { z } from "zod";
import type { Output } from "./output.js";

const BASE = "urn:iot-bulwark:schema:";

/** JSON Schema (2020-12) of what a person writes: defaults are optional, unknown keys refused. */
export function schemaFile(file: string, title: string, description: string, schema: z.ZodType): Output {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "ref" });
  return {
    file,
    content: `${JSON.stringify({ $schema, $id: `${BASE}${basename(file, ".schema.json")}`, title, description, ...rest }, null, 2)}\n`,
  };
}
