/** The constructs and stacks, for use in another CDKTF app. */
export { addMigration } from "./add-migration.ts";
export { type Artifact, findArtifacts, type WorkerArtifacts, workerArtifacts } from "./artifacts.ts";
export { BackToSourceRules, type BackToSourceRulesProps } from "./constructs/back-to-source-rules.ts";
export { ControlBucket, type ControlBucketProps } from "./constructs/control-bucket.ts";
export { DestinationBucket, type DestinationBucketProps } from "./constructs/destination-bucket.ts";
export { OperatorUser, type OperatorUserProps } from "./constructs/operator-user.ts";
export { OverwriteProtection, type OverwriteProtectionProps } from "./constructs/overwrite-protection.ts";
export { ReleaseGuard, type ReleaseGuardProps } from "./constructs/release-guard.ts";
export { WorkerArtifactObjects, type WorkerArtifactObjectsProps } from "./constructs/worker-artifacts.ts";
export { WorkerInstance, type WorkerInstanceProps } from "./constructs/worker-instance.ts";
export { WorkerNetwork, type WorkerNetworkProps } from "./constructs/worker-network.ts";
export { WorkerRole, type WorkerRoleProps } from "./constructs/worker-role.ts";
export { CutoverStack, type CutoverStackProps } from "./cutover-stack.ts";
export { FleetStack, type FleetStackProps } from "./fleet-stack.ts";
export { FoundationStack, type FoundationStackProps } from "./foundation-stack.ts";
export { MigrationStack, type MigrationStackProps } from "./migration-stack.ts";
export type { Placement } from "./placement.ts";
export { MAX_USER_DATA_BYTES, type UserDataOptions, workerUserData } from "./user-data.ts";
