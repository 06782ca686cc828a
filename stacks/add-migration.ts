import { fleetsOf } from "../core/config/fleet.ts";
import type { Migration } from "../core/config/migration-schema.ts";
import type { WorkerArtifacts } from "./artifacts.ts";
import type { App } from "./cdk.ts";
import { CutoverStack } from "./cutover-stack.ts";
import { FleetStack } from "./fleet-stack.ts";
import { FoundationStack } from "./foundation-stack.ts";

/** Adds the stacks of a migration: `foundation`, one for each phase, and `cutover` where there is one. */
export function addMigration(app: App, migration: Migration, artifacts: WorkerArtifacts): void {
  const foundation = new FoundationStack(app, "foundation", { migration, artifacts });
  const { vSwitchIds, securityGroupId } = foundation.network;
  for (const fleet of fleetsOf(migration)) {
    const stack = new FleetStack(app, fleet.phase, {
      migration,
      fleet,
      artifacts,
      vSwitchIds,
      securityGroupId,
    });
    stack.addDependency(foundation);
  }
  const { cutover } = migration;
  // It names the bucket and the roles, and takes nothing from their state.
  if (cutover !== undefined)
    new CutoverStack(app, "cutover", { migration, cutover }).addDependency(foundation);
}
