import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Attribute, Block, Schema } from "../../schema/dsl.ts";
import { PROVIDER_ADDRESS, type ProviderSchema, VERSION_CONSTRAINT } from "../../schema/provider-schema.ts";

const run = promisify(execFile);
const MAX_SCHEMA_BYTES = 512 * 1024 * 1024;

/**
 * The schema of the provider that Terraform installs under the project's version constraint: all attributes of
 * the resources and data sources in `used`, in their order. Needs `terraform` and, by the configuration in
 * `environment`, the Terraform registry or a mirror of it.
 */
export async function readInstalledSchema(
  used: ProviderSchema,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ProviderSchema> {
  const directory = await mkdtemp(join(tmpdir(), "provider-schema-"));
  try {
    const provider = { source: PROVIDER_ADDRESS, version: VERSION_CONSTRAINT };
    const configuration = { terraform: { required_providers: { alicloud: provider } } };
    await writeFile(join(directory, "main.tf.json"), JSON.stringify(configuration));
    const options = { cwd: directory, env: environment, maxBuffer: MAX_SCHEMA_BYTES };
    await run("terraform", ["init", "-input=false", "-no-color"], options);
    const { stdout } = await run("terraform", ["providers", "schema", "-json"], options);
    const all = JSON.parse(stdout) as { readonly provider_schemas: Record<string, ProviderSchema> };
    const installed = all.provider_schemas[PROVIDER_ADDRESS];
    if (installed === undefined) throw new Error(`Terraform has not installed ${PROVIDER_ADDRESS}`);
    return {
      provider: installed.provider,
      resource_schemas: pick(used.resource_schemas, installed.resource_schemas),
      data_source_schemas: pick(used.data_source_schemas, installed.data_source_schemas),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function pick(
  used: Readonly<Record<string, Schema>>,
  installed: Readonly<Record<string, Schema>>,
): Readonly<Record<string, Schema>> {
  const found = Object.keys(used).map((type) => [type, installed[type]] as const);
  return Object.fromEntries(
    found.flatMap(([type, schema]) => (schema === undefined ? [] : [[type, schema]])),
  );
}

/** One line for each thing that the project uses and the installed provider has not, or has otherwise. */
export function differences(used: ProviderSchema, installed: ProviderSchema): readonly string[] {
  const ofAll = (
    mine: Readonly<Record<string, Schema>>,
    theirs: Readonly<Record<string, Schema>>,
  ): readonly string[] =>
    Object.entries(mine).flatMap(([type, { block }]) => {
      const other = theirs[type];
      return other === undefined ? [`${type} does not exist`] : ofBlock(type, block, other.block);
    });
  return [
    ...ofBlock("provider", used.provider.block, installed.provider.block),
    ...ofAll(used.resource_schemas, installed.resource_schemas),
    ...ofAll(used.data_source_schemas, installed.data_source_schemas),
  ];
}

function ofBlock(path: string, mine: Block, theirs: Partial<Block>): readonly string[] {
  const attributes = Object.entries(mine.attributes).flatMap(([name, attribute]) => {
    const other = theirs.attributes?.[name];
    if (other === undefined) return [`${path}.${name} does not exist`];
    const [expected, actual] = [traits(attribute), traits(other)];
    return expected === actual ? [] : [`${path}.${name} is ${actual}, not ${expected}`];
  });
  const blocks = Object.entries(mine.block_types).flatMap(([name, { block, nesting_mode: nesting }]) => {
    const other = theirs.block_types?.[name];
    if (other === undefined) return [`${path}.${name} does not exist`];
    if (other.nesting_mode !== nesting)
      return [`${path}.${name} is a ${other.nesting_mode}, not a ${nesting}`];
    return ofBlock(`${path}.${name}`, block, other.block);
  });
  return [...attributes, ...blocks];
}

/** Of objects in lists the project declares a part; they are told apart as lists only. */
function traits({ type, required, optional, computed, sensitive }: Attribute): string {
  const isObjects = typeof type !== "string" && typeof type[1] !== "string";
  const flags = [
    required && "required",
    optional && "optional",
    computed && "computed",
    sensitive && "sensitive",
  ];
  return [isObjects ? type[0] : JSON.stringify(type), ...flags.filter(Boolean)].join(" ");
}
