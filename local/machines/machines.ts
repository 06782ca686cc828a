import { join } from "node:path";
import type { InstanceMetadata, InstanceOptions } from "../metadata/service.ts";
import { Machine } from "./machine.ts";
import { parseUserData, userDataText } from "./user-data.ts";

export interface MachinesOptions {
  /** Each machine gets a directory in here; its console stays when it has gone. */
  readonly directory: string;
  readonly startMetadata: (options: InstanceOptions) => Promise<InstanceMetadata>;
  /** Read at each boot, for what is known only once the cloud is up. */
  readonly environment: () => Readonly<Record<string, string>>;
  /** How long a machine that is shut down may take. */
  readonly stopGraceMs: number;
}

interface Entry {
  readonly machine: Machine;
  readonly metadata: InstanceMetadata;
}

/** The machines of the cloud's instances, by instance id. */
export class Machines {
  readonly #options: MachinesOptions;
  readonly #running = new Map<string, Entry>();
  readonly #gone = new Map<string, Machine>();

  constructor(options: MachinesOptions) {
    this.#options = options;
  }

  /** Starts a new machine with its metadata service. Throws `UserDataError` when it cannot make sense of the user data. */
  async create(
    instanceId: string,
    { name, userData: given }: { readonly name: string; readonly userData: string | undefined },
  ): Promise<void> {
    const text = given === undefined ? "#cloud-config\n" : userDataText(given);
    const userData = parseUserData(text);
    const { directory, environment, startMetadata } = this.#options;
    const metadata = await startMetadata({ instanceId, roleAttached: false, userData: text });
    const machine = new Machine({
      name,
      directory: join(directory, instanceId),
      userData,
      environment: { OSS_FERRY_METADATA_ENDPOINT: metadata.endpoint, ...environment() },
    });
    this.#running.set(instanceId, { machine, metadata });
    this.#gone.delete(instanceId);
    await machine.boot();
  }

  /** Shuts it down and boots it again; cloud-init runs nothing new on the same disk. */
  async reboot(instanceId: string): Promise<void> {
    const entry = this.#running.get(instanceId);
    await entry?.machine.stop(this.#options.stopGraceMs);
    await entry?.machine.boot();
  }

  /** Takes the machine away: shut down first, or at once as a spot instance when its time is over. */
  async terminate(instanceId: string, how: "shut-down" | "at-once"): Promise<void> {
    const entry = this.#running.get(instanceId);
    if (entry === undefined) return;
    this.#running.delete(instanceId);
    this.#gone.set(instanceId, entry.machine);
    await entry.machine.stop(how === "at-once" ? 0 : this.#options.stopGraceMs);
    await entry.metadata.close();
  }

  machine(instanceId: string): Machine | undefined {
    return this.#running.get(instanceId)?.machine ?? this.#gone.get(instanceId);
  }

  metadata(instanceId: string): InstanceMetadata | undefined {
    return this.#running.get(instanceId)?.metadata;
  }

  /** Those that are on, then those that have gone. */
  ids(): readonly string[] {
    return [...this.#running.keys(), ...this.#gone.keys()];
  }

  async close(): Promise<void> {
    await Promise.all(
      [...this.#running.keys()].map(async (instanceId) => this.terminate(instanceId, "at-once")),
    );
  }
}
