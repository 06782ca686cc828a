import { z } from "zod";
import { migrationSchema } from "./migration-schema.ts";

/** As much of a JSON Schema as is used here. */
export interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly required?: readonly string[];
  readonly type?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** `migration.yaml` for editors; published as schema/migration.schema.json. */
export function migrationJsonSchema(): JsonSchema {
  return z.toJSONSchema(migrationSchema, { io: "input" }) as JsonSchema;
}

let schema: JsonSchema | undefined;

/** The schema of the setting at this path, if there is such a setting. */
export function settingAt(path: readonly PropertyKey[]): JsonSchema | undefined {
  schema ??= migrationJsonSchema();
  return path.reduce<JsonSchema | undefined>(
    (at, name) => (at === undefined ? at : childOf(at, name)),
    schema,
  );
}

/** What may be set in the map at this path. */
export function settingNames(path: readonly PropertyKey[]): readonly string[] {
  const at = settingAt(path);
  return [at, ...(at?.anyOf ?? [])].flatMap((option) => Object.keys(option?.properties ?? {}));
}

function childOf(schema: JsonSchema, name: PropertyKey): JsonSchema | undefined {
  if (typeof name === "number") return schema.items;
  const { additionalProperties } = schema;
  return (
    schema.properties?.[String(name)] ??
    (typeof additionalProperties === "object" ? additionalProperties : undefined) ??
    schema.anyOf?.map((option) => childOf(option, name)).find((child) => child !== undefined)
  );
}
