import { type Fleet, fleetsOf } from "../core/config/fleet.ts";
import type { Migration } from "../core/config/migration-schema.ts";
import type { WorkerArtifacts } from "./artifacts.ts";
import { type Construct, TerraformOutput } from "./cdk.ts";
import { ControlBucket } from "./constructs/control-bucket.ts";
import { DestinationBucket } from "./constructs/destination-bucket.ts";
import { OperatorUser } from "./constructs/operator-user.ts";
import { WorkerArtifactObjects } from "./constructs/worker-artifacts.ts";
import { WorkerNetwork } from "./constructs/worker-network.ts";
import { WorkerRole } from "./constructs/worker-role.ts";
import { MigrationStack, type MigrationStackProps } from "./migration-stack.ts";
import { placementOf } from "./placement.ts";

export interface FoundationStackProps extends MigrationStackProps {
  readonly artifacts: WorkerArtifacts;
}

/** What all fleets share and what outlives them: buckets, identities, network, the worker itself. */
export class FoundationStack extends MigrationStack {
  readonly network: WorkerNetwork;

  constructor(scope: Construct, id: string, props: FoundationStackProps) {
    super(scope, id, props);
    const { migration, artifacts } = props;
    const { name, destination, control } = migration;
    const placement = placementOf(migration);
    const controlBucket = new ControlBucket(this, "control", {
      bucketName: control.bucket,
      existing: control.existing,
      ...placement,
    });
    new DestinationBucket(this, "destination", {
      bucketName: destination.bucket,
      existing: destination.existing,
      storageClass: destination.storageClass,
      redundancy: destination.redundancy,
      ...placement,
    });
    this.network = new WorkerNetwork(this, "network", { name, network: migration.network, ...placement });
    new WorkerArtifactObjects(this, "artifacts", { controlBucket: controlBucket.bucketName, artifacts });
    const fleets = fleetsOf(migration);
    for (const fleet of fleets) this.#addRole(fleet, migration);
    this.#addOperator(migration);
    new TerraformOutput(this, "next", {
      value: `oss-ferry credentials set, then: cdktf deploy ${id} ${fleets[0]?.phase ?? "full"}`,
    });
  }

  #addRole(fleet: Fleet, { name, control, destination, copy, tags }: Migration): void {
    const { kind } = fleet.work;
    new WorkerRole(this, `role-${fleet.phase}`, {
      roleName: fleet.roleName,
      jobId: fleet.jobId,
      controlBucket: control.bucket,
      destinationBucket: destination.bucket,
      repeats: fleet.repeat !== undefined,
      destPrefix: fleet.destPrefix,
      writesDestination: kind !== "audit",
      writesTags: copy.tags,
      listsDestination: kind !== "copy" || copy.overwrite !== "always",
      kms: copy.serverSideEncryption === "KMS",
      ...(kind !== "copy" ? { readableJobs: `${name}-*` } : {}),
      tags,
    });
  }

  #addOperator({ name, control, destination, operator, tags }: Migration): void {
    const { accessKey } = new OperatorUser(this, "operator", {
      userName: operator.user ?? `${name}-operator`,
      controlBucket: control.bucket,
      destinationBucket: destination.bucket,
      jobs: `${name}-*`,
      ...(operator.pgpKey === undefined ? {} : { pgpKey: operator.pgpKey }),
      tags,
    });
    if (accessKey === undefined) return;
    new TerraformOutput(this, "operator_access_key_id", { value: accessKey.id });
    new TerraformOutput(this, "operator_access_key_secret_encrypted", { value: accessKey.encryptedSecret });
  }
}
