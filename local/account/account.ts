import type { InstanceMetadata } from "../metadata/service.ts";
import { ApiError } from "./api-error.ts";
import type { Attributes } from "./attributes.ts";
import { readDataSource } from "./data-sources.ts";
import { type Kind, Records, type World } from "./kind.ts";
import { bucket } from "./kinds/bucket.ts";
import { bucketObject } from "./kinds/bucket-object.ts";
import { bucketSettings } from "./kinds/bucket-settings.ts";
import { ecs, removeInstance } from "./kinds/instance.ts";
import { network } from "./kinds/network.ts";
import { ram } from "./kinds/ram.ts";
import { type ScriptedError, ScriptedErrors } from "./scripted-errors.ts";

const KINDS: Readonly<Record<string, Kind>> = {
  ...network,
  ...ram,
  ...ecs,
  ...bucketSettings,
  alicloud_oss_bucket: bucket,
  alicloud_oss_bucket_object: bucketObject,
};

/** What the account says about one instance. */
export interface InstanceReport {
  readonly id: string;
  readonly name: string;
  /** The leader of its process group; absent when it is gone. */
  readonly processId?: number;
  readonly root: string;
  readonly consolePath: string;
  readonly metadataEndpoint?: string;
}

/**
 * A simulated Alibaba Cloud account, for the local Terraform provider: it keeps resources between runs of
 * Terraform and enforces what the real APIs enforce. Buckets, objects and access keys are real in the local OSS;
 * instances are machines that run. Everything else is written down and can be looked at.
 */
export class Account {
  readonly #world: World;
  readonly #errors = new ScriptedErrors();

  constructor(world: Omit<World, "records">) {
    this.#world = { ...world, records: new Records() };
  }

  get region(): string {
    return this.#world.region;
  }

  /** Resolves to the resource as it is now, with its id; throws `ApiError`. */
  async create(type: string, wanted: Attributes): Promise<Attributes> {
    return this.#call(type, "create", async (kind) => kind.create(this.#world, wanted));
  }

  /** Undefined when it is gone. `last`: what the asker knows of it. */
  async read(type: string, id: string, last: Attributes): Promise<Attributes | undefined> {
    return kindOf(type).read(this.#world, id, last);
  }

  /** `changes`: the attributes that are to be different, and for objects all of them. */
  async update(type: string, id: string, changes: Attributes): Promise<Attributes> {
    return this.#call(type, "update", async (kind) => kind.update(this.#world, id, changes));
  }

  async delete(type: string, id: string, last: Attributes): Promise<void> {
    await this.#call(type, "delete", async (kind) => kind.delete(this.#world, id, last));
  }

  async #call<Answer>(
    type: string,
    action: keyof Kind["operations"],
    perform: (kind: Kind) => Promise<Answer>,
  ): Promise<Answer> {
    const kind = kindOf(type);
    const operation = kind.operations[action];
    try {
      this.#errors.befall(type, operation);
      return await perform(kind);
    } catch (error) {
      if (error instanceof ApiError) error.operation = operation;
      throw error;
    }
  }

  readDataSource(type: string, config: Attributes): Attributes {
    return readDataSource(this.#world, type, config);
  }

  /** Everything that is written down, by type; buckets and their settings are in the local OSS. */
  list(type?: string): Readonly<Record<string, readonly Attributes[]>> {
    const { records } = this.#world;
    const types = type === undefined ? records.types() : [type];
    return Object.fromEntries(types.map((name) => [name, records.list(name).map(withoutSecrets)]));
  }

  /** Changes a resource behind Terraform's back, past all rules; `null` deletes it. */
  async disturb(type: string, id: string, changes: Attributes | null): Promise<void> {
    const kind = kindOf(type);
    if (changes === null) await kind.delete(this.#world, id, { force_destroy: true });
    else if (kind.disturb === undefined) throw new ApiError("NotSupported", `${type} cannot be disturbed.`);
    else await kind.disturb(this.#world, id, changes);
  }

  script(error: ScriptedError): void {
    this.#errors.add(error);
  }

  clearScript(): void {
    this.#errors.clear();
  }

  /** The cloud takes the instance back, as it does with spot instances and at the auto-release time. */
  async release(instanceId: string): Promise<void> {
    await removeInstance(this.#world, instanceId, "at-once");
  }

  /** What a spot instance sees in its metadata some minutes before it is taken; `undefined` takes it back. */
  announceTermination(instanceId: string, atMs: number | undefined): void {
    const metadata = this.#world.machines.metadata(instanceId);
    if (metadata === undefined)
      throw new ApiError("InvalidInstanceId.NotFound", `There is no ${instanceId}.`);
    metadata.announceTermination(atMs);
  }

  /** The metadata service of an instance that is there. */
  metadata(instanceId: string): InstanceMetadata | undefined {
    return this.#world.machines.metadata(instanceId);
  }

  instances(): readonly InstanceReport[] {
    const { machines } = this.#world;
    return machines.ids().flatMap((id) => {
      const machine = machines.machine(id);
      if (machine === undefined) return [];
      const { consolePath, name, processId, root } = machine;
      const metadata = machines.metadata(id);
      return [
        {
          id,
          name,
          root,
          consolePath,
          ...(processId !== undefined && { processId }),
          ...(metadata !== undefined && { metadataEndpoint: metadata.endpoint }),
        },
      ];
    });
  }

  /** All that an instance has printed, even after it has gone. */
  async readConsole(instanceId: string): Promise<string> {
    const machine = this.#world.machines.machine(instanceId);
    if (machine === undefined) throw new ApiError("InvalidInstanceId.NotFound", `There is no ${instanceId}.`);
    return machine.readConsole();
  }

  async close(): Promise<void> {
    await this.#world.machines.close();
  }
}

function kindOf(type: string): Kind {
  const kind = KINDS[type];
  if (kind === undefined) throw new ApiError("NotSupported", `The local account knows no ${type}.`);
  return kind;
}

/** Attributes that no API gives out begin with `hidden_`. */
function withoutSecrets(record: Attributes): Attributes {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !name.startsWith("hidden_")));
}
