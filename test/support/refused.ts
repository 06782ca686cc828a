import type { FerryProcess } from "./ferry-process.ts";
import { CONTROL, DESTINATION, type FerryWorld, SOURCE } from "./ferry-world.ts";

/** How a program refused: its exit code, its lines on standard error, and what it should not have left. */
export interface Refusal {
  readonly code: number | NodeJS.Signals;
  readonly lines: readonly string[];
  /** A stack trace on its output, and any change in any bucket; nothing when all is as it must be. */
  readonly left: readonly string[];
}

/** A refusal with this exit code that says one line, and leaves nothing behind. */
export function cleanRefusal(code: number, line: unknown): unknown {
  return { code, lines: [line], left: [] };
}

/** Runs what `start` starts until it ends by itself. */
export async function refusalOf(world: FerryWorld, start: () => FerryProcess): Promise<Refusal> {
  const before = contents(world);
  const { code, errors, stdout, stderr } = await start().end();
  const after = contents(world);
  const left = [
    ...(/"stack"|^ +at /mu.test(`${stdout}${stderr}`) ? ["a stack trace"] : []),
    ...after.filter((key) => !before.includes(key)),
    ...before.filter((key) => !after.includes(key)).map((key) => `${key}, deleted`),
  ];
  return { code, lines: errors, left };
}

/** Every object there is, as `bucket/key ETag`. */
function contents({ cloud }: FerryWorld): readonly string[] {
  return [cloud.s3.bucket(SOURCE), cloud.oss.bucket(DESTINATION), cloud.oss.bucket(CONTROL)].flatMap(
    (bucket) => Array.from(bucket.objectsFrom(""), ([key, { etag }]) => `${bucket.name}/${key} ${etag}`),
  );
}
