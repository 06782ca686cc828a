import { randomBytes } from "node:crypto";
import type { Machines } from "../machines/machines.ts";
import type { StorageService } from "../storage-service.ts";
import { ApiError } from "./api-error.ts";
import type { Attributes } from "./attributes.ts";

type Awaitable<Value> = Value | Promise<Value>;

/** What the kinds of resources work on. */
export interface World {
  readonly region: string;
  readonly accountId: string;
  readonly oss: StorageService;
  readonly machines: Machines;
  readonly records: Records;
  nowMs(): number;
}

/** One type of resource: what the cloud does when it is made, looked at, changed and taken away. */
export interface Kind {
  /** The API operations behind it, by which errors are scripted. */
  readonly operations: { readonly create: string; readonly update: string; readonly delete: string };
  /** Resolves to what the cloud knows of it now, with its `id`; throws `ApiError`. */
  create(world: World, wanted: Attributes): Awaitable<Attributes>;
  /** Undefined when it is gone. Attributes that the cloud does not know are left out. */
  read(world: World, id: string, last: Attributes): Awaitable<Attributes | undefined>;
  update(world: World, id: string, wanted: Attributes): Awaitable<Attributes>;
  delete(world: World, id: string, last: Attributes): Awaitable<void>;
  /** Changes it behind Terraform's back, past all rules. */
  disturb?(world: World, id: string, changes: Attributes): Awaitable<void>;
}

/** Resources that are nothing but what is written down about them. */
export class Records {
  readonly #byType = new Map<string, Map<string, Attributes>>();

  get(type: string, id: string): Attributes | undefined {
    return this.#byType.get(type)?.get(id);
  }

  put(type: string, id: string, attributes: Attributes): Attributes {
    const ofType = this.#byType.get(type) ?? new Map<string, Attributes>();
    this.#byType.set(type, ofType);
    ofType.set(id, { ...attributes, id });
    return { ...attributes, id };
  }

  remove(type: string, id: string): void {
    this.#byType.get(type)?.delete(id);
  }

  list(type: string): readonly Attributes[] {
    return [...(this.#byType.get(type)?.values() ?? [])];
  }

  types(): readonly string[] {
    return [...this.#byType.keys()];
  }

  /** The first of the type whose attributes have these values. */
  find(type: string, wanted: Attributes): Attributes | undefined {
    return this.list(type).find((record) =>
      Object.entries(wanted).every(([name, value]) => record[name] === value),
    );
  }
}

export interface RecordRules {
  readonly type: string;
  readonly operations: Kind["operations"];
  /** The id it gets. */
  id(world: World, wanted: Attributes): string;
  /** What the cloud adds to what was wanted. */
  complete?(world: World, wanted: Attributes, id: string): Attributes;
  /** Throws what the cloud refuses, before creation. */
  checkCreate?(world: World, wanted: Attributes): void;
  checkDelete?(world: World, record: Attributes): void;
  afterDelete?(world: World, record: Attributes): void;
}

/** A kind whose resources are records. */
export function recordKind(rules: RecordRules): Kind {
  const { type } = rules;
  return {
    operations: rules.operations,
    create: (world, wanted) => {
      rules.checkCreate?.(world, wanted);
      const id = rules.id(world, wanted);
      return world.records.put(type, id, completed(wanted, rules.complete?.(world, wanted, id) ?? {}));
    },
    read: (world, id) => world.records.get(type, id),
    update: (world, id, wanted) => {
      const before = world.records.get(type, id);
      if (before === undefined) throw notFound(type, id);
      return world.records.put(type, id, { ...before, ...wanted });
    },
    delete: (world, id) => {
      const record = world.records.get(type, id);
      if (record === undefined) return;
      rules.checkDelete?.(world, record);
      world.records.remove(type, id);
      rules.afterDelete?.(world, record);
    },
    disturb: (world, id, changes) => {
      const before = world.records.get(type, id);
      if (before === undefined) throw notFound(type, id);
      world.records.put(type, id, { ...before, ...changes });
    },
  };
}

/** What was wanted, and what the cloud says where nothing was. */
export function completed(wanted: Attributes, own: Attributes): Attributes {
  const kept = Object.entries(wanted).filter(([name, value]) => value !== null || !(name in own));
  return { ...own, ...Object.fromEntries(kept) };
}

export function notFound(type: string, id: string): ApiError {
  return new ApiError("EntityNotExist", `There is no ${type} ${id}.`);
}

/** An id as ECS and VPC give them: `vpc-j6c…`. */
export function newId(prefix: string): string {
  return `${prefix}-j6c${randomBytes(9).toString("hex").slice(0, 17)}`;
}

/** As the APIs write times. */
export function apiTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/u, "Z");
}
