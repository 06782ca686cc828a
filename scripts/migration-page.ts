import { type JsonSchema, migrationJsonSchema } from "../core/config/json-schema.ts";

const HEAD = `# migration.yaml

One file describes a migration: where from, where to, with what fleets. \`examples/\` has two to begin with. Editors
that speak YAML check it as you type when its first line is

    # yaml-language-server: $schema=../schema/migration.schema.json

\`cdktf\` reads \`migration.yaml\` in the project's directory, or the file that \`FERRY_CONFIG\` names. Each mistake is one
line with its place; nothing is deployed then. No key and no password belongs in it: there is no setting for one.

Sizes have a unit: \`500 TB\`, \`128 MiB\`.
`;

/** The text of docs/migration.md, from the schema. */
export function migrationPage(): string {
  const { properties = {}, required = [] } = migrationJsonSchema();
  const plain: (readonly [string, JsonSchema])[] = [];
  const sections: string[] = [];
  for (const [name, schema] of Object.entries(properties)) {
    if (name === "$schema") continue;
    const settings = settingsOf(schema, "");
    if (settings.length === 0) plain.push([name, schema]);
    else sections.push(section(name, schema, required.includes(name), settings));
  }
  const top = plain.map(([name, schema]) => row(name, schema, required.includes(name)));
  return `${HEAD}\n## At the top\n\n${table(top)}${sections.join("")}`;
}

function section(name: string, schema: JsonSchema, isRequired: boolean, rows: readonly string[]): string {
  const description = schema.description ?? "";
  return `\n## ${name}\n\n${isRequired ? "" : "_optional_ – "}${description}\n\n${table(rows)}`;
}

/** One row for each setting in the map, those of maps in it included. */
function settingsOf(schema: JsonSchema, path: string): readonly string[] {
  const options = [schema, ...(schema.anyOf ?? [])];
  const own = options.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([name, inner]) => [
      row(`${path}${name}`, inner, required.includes(name)),
      ...settingsOf(inner, `${path}${name}.`),
    ]),
  );
  const { additionalProperties } = schema;
  const named =
    typeof additionalProperties === "object" && path === ""
      ? settingsOf(additionalProperties, `${path}<name>.`)
      : [];
  return [...own, ...named];
}

function row(name: string, schema: JsonSchema, isRequired: boolean): string {
  const values = schema.enum?.map((value) => `\`${String(value)}\``).join(", ");
  const description = schema.description ?? "";
  const meaning =
    values === undefined || description.includes("`") ? description : `${description} ${values}`;
  return `| \`${name}\` | ${isRequired ? "**required**" : defaultText(schema)} | ${meaning.trim()} |`;
}

function defaultText({ default: value }: JsonSchema): string {
  if (value === undefined || value === "" || typeof value === "object") return "–";
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

function table(rows: readonly string[]): string {
  return `| Setting | Default | Meaning |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}
