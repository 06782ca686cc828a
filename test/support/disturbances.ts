import { describe, expect, test } from "vitest";
import type { Fault, FaultMatch, FaultRule } from "../../local/faults.ts";
import { send, type RawRequest } from "../local/raw-client.ts";
import { bytesOf, seedOne, seedSmall } from "./bucket-seeds.ts";
import { CONTROL, DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "./ferry-world.ts";
import { expectMigrated } from "./migrated.ts";

/** A fault that a migration must survive, and what it does to somebody who does not expect it. */
export interface Disturbance {
  readonly what: string;
  readonly match: FaultMatch;
  readonly fault: Fault;
  /** Which of the matching requests are hit during the migration. */
  readonly when: Omit<FaultRule, "match" | "fault">;
  /** A plain client's request, or several, the first of which is hit. */
  readonly plainly: (world: FerryWorld) => Promise<unknown>;
  readonly damage: unknown;
}

const SMALL_OBJECTS = 30;
const SMALL_BYTES = 3_000;
const STREAMED_BYTES = 2_500_000;

/**
 * Two tests for each disturbance: that it is real, and that a job which meets it again and again ends right, by
 * one worker process, without a word on standard error.
 */
export function describeDisturbances(disturbances: readonly Disturbance[]): void {
  describe.concurrent("each fault", { timeout: 240_000 }, () => {
    test.for(disturbances)("$what: a plain client is hurt by it", async (disturbance) => {
      const { match, fault, plainly, damage } = disturbance;
      await using world = await openSeeded();
      const script = world.script({ match, fault, times: 1 });

      expect(await plainly(world)).toEqual(damage);
      expect(script.count().hit).toBe(1);
    });

    test.for(disturbances)("$what: a migration ends right in spite of it", async (disturbance) => {
      const { match, fault, when } = disturbance;
      await using world = await openSeeded();
      const script = world.script({ match, fault, ...when });

      const end = await world.startWorker("disturbed").end(60_000);

      expect({ code: end.code, errors: end.errors }).toEqual({ code: 0, errors: [] });
      expect(script.count().hit).toBeGreaterThan(0);
      script.lift();
      await expectMigrated(world);
    });
  });
}

async function openSeeded(): Promise<FerryWorld> {
  const world = await openFerryWorld();
  await seedSmall(world, SMALL_OBJECTS, SMALL_BYTES);
  await seedOne(world, "streamed", STREAMED_BYTES);
  return world;
}

/** What a plain client sees of one request: the status, or how the connection broke. */
async function answerTo(
  world: FerryWorld,
  service: "oss" | "s3",
  request: RawRequest,
): Promise<{ readonly saw: number | string; readonly body: Buffer }> {
  try {
    const { status, body } = await send(world.cloud[service], request);
    return { saw: status, body };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { saw: code ?? message, body: Buffer.alloc(0) };
  }
}

/** Reads an object of the source: what came, and whether it is what is stored there. */
export async function getPlainly(world: FerryWorld): Promise<unknown> {
  const key = "small-000";
  const { saw, body } = await answerTo(world, "s3", { bucket: SOURCE, key });
  return { saw, isRight: body.equals(bytesOf(key, SMALL_BYTES)) };
}

/** Lists the source: what came, and how many keys are in it. */
export async function listPlainly(world: FerryWorld): Promise<unknown> {
  const query = { "list-type": "2" };
  const { saw, body } = await answerTo(world, "s3", { bucket: SOURCE, query });
  return { saw, keys: body.toString().split("<Key>").length - 1 };
}

/** Writes an object to the destination: what came, and whether that is what is stored there now. */
export async function putPlainly(world: FerryWorld): Promise<unknown> {
  const body = bytesOf("plain", SMALL_BYTES);
  const { saw } = await answerTo(world, "oss", { method: "PUT", bucket: DESTINATION, key: "plain", body });
  const stored = world.cloud.oss.readObject(DESTINATION, "plain");
  return {
    saw,
    stored: stored === undefined ? "nothing" : stored.equals(body) ? "the object" : "something else",
  };
}

/** Claims a key of the control bucket create-only, and again where the first answer never came. */
export async function claimPlainly(world: FerryWorld): Promise<unknown> {
  const key = world.keys.claim("00000000000a", 1);
  const headers = { "x-oss-forbid-overwrite": "true" };
  const claim = (): ReturnType<typeof answerTo> =>
    answerTo(world, "oss", { method: "PUT", bucket: CONTROL, key, headers, body: "mine" });
  const first = await claim();
  if (typeof first.saw === "number") return [first.saw];
  return [first.saw, (await claim()).saw];
}

/** Reads back an object of the control bucket: what came, and whether it is what is stored there. */
export async function readControlPlainly(world: FerryWorld): Promise<unknown> {
  const text = JSON.stringify({ answer: 42 });
  await world.cloud.oss.putObject(CONTROL, world.keys.job, text);
  const { saw, body } = await answerTo(world, "oss", { bucket: CONTROL, key: world.keys.job });
  return { saw, isRight: body.toString() === text };
}
