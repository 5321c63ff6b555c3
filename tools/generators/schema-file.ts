import { z } from "zod";
import type { Output } from "./output.js";

const BASE = "https://github.com/iot-bulwark/iot-bulwark/blob/main/";

/** JSON Schema (2020-12) of what a person writes: defaults are optional, unknown keys refused. */
export function schemaFile(file: string, title: string, description: string, schema: z.ZodType): Output {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return { file, content: `${JSON.stringify({ $schema, $id: `${BASE}${file}`, title, description, ...rest }, null, 2)}\n` };
}
