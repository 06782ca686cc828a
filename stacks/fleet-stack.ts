import type { Fleet } from "../core/config/fleet.ts";
import { workerEnvironment } from "../core/config/worker-environment.ts";
import type { WorkerArtifacts } from "./artifacts.ts";
import { type Construct, TerraformOutput } from "./cdk.ts";
import { ReleaseGuard } from "./constructs/release-guard.ts";
import { WorkerInstance } from "./constructs/worker-instance.ts";
import { MigrationStack, type MigrationStackProps } from "./migration-stack.ts";
import { type Placement, placementOf } from "./placement.ts";
import { workerUserData } from "./user-data.ts";

export interface FleetStackProps extends MigrationStackProps {
  readonly fleet: Fleet;
  readonly artifacts: WorkerArtifacts;
  /** The instances take turns. */
  readonly vSwitchIds: readonly string[];
  readonly securityGroupId: string;
}

/** The instances of one phase and nothing else: destroyed when the phase is done. */
export class FleetStack extends MigrationStack {
  constructor(scope: Construct, id: string, props: FleetStackProps) {
    super(scope, id, props);
    const { migration, fleet } = props;
    const placement = placementOf(migration, fleet.phase);
    // One construct each: from N to N + 1 instances nothing but worker-N changes.
    const workers = Array.from({ length: fleet.workers }, (_, index) =>
      this.#addWorker(index, placement, props),
    );
    const { region, control } = migration;
    const job = `--job-id ${fleet.jobId} --control-bucket ${control.bucket} --destination-region ${region}`;
    new ReleaseGuard(this, "release-guard", {
      program: this.fromWorkingDirectory("dist/oss-ferry.mjs"),
      job,
      guarded: workers.flatMap(({ resources }) => resources),
    });
    new TerraformOutput(this, "job", { value: fleet.jobId });
    new TerraformOutput(this, "sizing", { value: fleet.sizing });
    new TerraformOutput(this, "next", {
      value: `oss-ferry status ${job} --watch, and when it is complete: cdktf destroy ${id}`,
    });
  }

  #addWorker(index: number, placement: Placement, props: FleetStackProps): WorkerInstance {
    const { migration, fleet, artifacts, vSwitchIds, securityGroupId } = props;
    const worker = `worker-${index}`;
    return new WorkerInstance(this, worker, {
      instanceName: `${migration.name}-${fleet.phase}-${worker}`,
      instanceType: fleet.instanceType,
      imageId: fleet.image,
      systemDiskGB: fleet.systemDiskGB,
      vSwitchId: vSwitchIds[index % vSwitchIds.length] ?? "",
      securityGroupId,
      roleName: fleet.roleName,
      bandwidth: fleet.bandwidth,
      ...(fleet.spot === undefined ? {} : { spot: fleet.spot }),
      ...(fleet.autoReleaseTime === undefined ? {} : { autoReleaseTime: fleet.autoReleaseTime }),
      userData: workerUserData({
        jobId: fleet.jobId,
        worker,
        region: migration.region,
        controlBucket: migration.control.bucket,
        artifacts,
        environment: workerEnvironment(migration, fleet, worker),
        maxBytesInFlight: migration.worker.maxBytesInFlight,
        drainSeconds: migration.worker.drainSeconds,
      }),
      ...placement,
    });
  }
}
