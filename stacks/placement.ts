import type { Migration } from "../core/config/migration-schema.ts";

/** What everything that is created has in common. */
export interface Placement {
  readonly tags: Record<string, string>;
  readonly resourceGroupId?: string;
}

/** The tags and resource group of what belongs to this migration, or to one phase of it. */
export function placementOf(migration: Migration, phase?: string): Placement {
  const own = { "oss-ferry": migration.name, ...(phase === undefined ? {} : { "oss-ferry-phase": phase }) };
  return {
    tags: { ...migration.tags, ...own },
    ...(migration.resourceGroupId === undefined ? {} : { resourceGroupId: migration.resourceGroupId }),
  };
}
