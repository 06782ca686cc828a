import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readMigration } from "../../core/config/read-migration.ts";
import { addMigration } from "../../stacks/add-migration.ts";
import { type WorkerArtifacts, workerArtifacts } from "../../stacks/artifacts.ts";
import { App, TerraformStack, Testing } from "../../stacks/cdk.ts";

/** Attributes of a block, by Terraform's names. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A synthesised stack. */
export interface Synthesised {
  readonly text: string;
  /** The attributes of every resource, by its path in the construct tree. */
  readonly resources: ReadonlyMap<string, Attributes>;
  /** The attributes of the resources of one type. */
  of(type: string): readonly Attributes[];
  readonly document: Attributes;
}

/** Stand-ins for runtime and bundle: what counts is their digest. */
export const ARTIFACTS: WorkerArtifacts = artifactsOf("examples/small.yaml", "examples/article.yaml");

export function artifactsOf(runtime: string, bundle: string): WorkerArtifacts {
  const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
  return workerArtifacts(file(runtime), file(bundle));
}

/** The text of an example, with parts of it replaced. */
export function example(name: string, ...replacements: readonly (readonly [string, string])[]): string {
  const text = readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), "utf8");
  return replacements.reduce((result, [part, by]) => {
    if (!result.includes(part)) throw new Error(`${name}.yaml has no ${part}`);
    return result.replace(part, by);
  }, text);
}

/** Synthesises the stacks of a migration, by their names. */
export function synthesise(
  text: string,
  artifacts: WorkerArtifacts = ARTIFACTS,
): ReadonlyMap<string, Synthesised> {
  const read = readMigration(text, "migration.yaml");
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const app = new App();
  addMigration(app, read.migration, artifacts);
  const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
  return new Map(stacks.map((stack) => [stack.node.id, parse(Testing.synth(stack))]));
}

/** One stack of them. */
export function synthesiseStack(name: string, text: string, artifacts?: WorkerArtifacts): Synthesised {
  const stack = synthesise(text, artifacts).get(name);
  if (stack === undefined) throw new Error(`No stack ${name}`);
  return stack;
}

function parse(text: string): Synthesised {
  const document = JSON.parse(text) as Attributes;
  const byType = (document["resource"] ?? {}) as Readonly<
    Record<string, Readonly<Record<string, Attributes>>>
  >;
  const entries = Object.entries(byType).flatMap(([type, resources]) =>
    Object.entries(resources).map(([id, attributes]) => [`${type}.${id}`, attributes] as const),
  );
  return {
    text,
    document,
    resources: new Map(entries),
    of: (type) => Object.values(byType[type] ?? {}),
  };
}
