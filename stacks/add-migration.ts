import { fleetsOf } from "../core/config/fleet.ts";
import type { Migration } from "../core/config/migration-schema.ts";
import type { WorkerArtifacts } from "./artifacts.ts";
import type { App } from "./cdk.ts";
import { CutoverStack } from "./cutover-stack.ts";
import { FleetStack } from "./fleet-stack.ts";
import { FoundationStack } from "./foundation-stack.ts";

/** Adds the stacks of a migration: `foundation`, one for each phase, and `cutover` where there is one. */
export function addMigration(app: App, migration: Migration, artifacts: WorkerArtifacts): void {
  const { network } = new FoundationStack(app, "foundation", { migration, artifacts });
  const { vSwitchIds, securityGroupId } = network;
  for (const fleet of fleetsOf(migration)) {
    new FleetStack(app, fleet.phase, { migration, fleet, artifacts, vSwitchIds, securityGroupId });
  }
  const { cutover } = migration;
  if (cutover !== undefined) new CutoverStack(app, "cutover", { migration, cutover });
}
