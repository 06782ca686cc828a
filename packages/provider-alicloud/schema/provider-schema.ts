import type { Schema } from "./dsl.ts";
import { ecs } from "./ecs.ts";
import { network } from "./network.ts";
import { oss } from "./oss.ts";
import { dataSources, provider } from "./provider.ts";
import { ram } from "./ram.ts";

/** The provider's address. */
export const PROVIDER_ADDRESS = "registry.terraform.io/aliyun/alicloud";

/** Signature V4 by default since 1.278.0; every attribute of the schema is there. */
export const VERSION_CONSTRAINT = ">= 1.278.0, < 2.0.0";

export interface ProviderSchema {
  readonly provider: Schema;
  readonly resource_schemas: Readonly<Record<string, Schema>>;
  readonly data_source_schemas: Readonly<Record<string, Schema>>;
}

/**
 * What this project uses of the provider, and no more, from the provider's documentation. The typed bindings
 * are generated from it and the local provider answers Terraform from it.
 */
export const providerSchema: ProviderSchema = {
  provider,
  resource_schemas: { ...network, ...ram, ...ecs, ...oss },
  data_source_schemas: dataSources,
};
