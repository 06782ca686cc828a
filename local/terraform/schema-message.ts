import type { Block, Schema } from "../../packages/provider-alicloud/schema/dsl.ts";
import type { ProviderSchema } from "../../packages/provider-alicloud/schema/provider-schema.ts";

/** The schema as the protocol's messages carry it. */
export function schemaMessage(all: ProviderSchema): Readonly<Record<string, unknown>> {
  return {
    provider: ofSchema(all.provider),
    resource_schemas: mapValues(all.resource_schemas, ofSchema),
    data_source_schemas: mapValues(all.data_source_schemas, ofSchema),
  };
}

function ofSchema({ version, block }: Schema): unknown {
  return { version, block: ofBlock(block) };
}

function ofBlock(block: Block): unknown {
  return {
    attributes: Object.entries(block.attributes).map(
      ([name, { type, description_kind: _kind, ...flags }]) => ({
        ...flags,
        name,
        type: Buffer.from(JSON.stringify(type)),
      }),
    ),
    block_types: Object.entries(block.block_types).map(([name, nested]) => ({
      type_name: name,
      block: ofBlock(nested.block),
      nesting: nested.nesting_mode.toUpperCase(),
      max_items: nested.max_items ?? 0,
    })),
  };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
