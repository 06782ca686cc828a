import { describe, expect, it } from "vitest";
import { rangesTile, WHOLE_KEY_SPACE, type KeyRange } from "../../core/key-range.ts";
import { tallyOf, type ObjectRecord } from "../../core/outcome.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import type { CompletionMarker } from "../../core/protocol/completion-marker.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { encodeLedger } from "../../core/protocol/ledger.ts";
import { followBase } from "../../worker/follow-base.ts";
import { forever, protocolWorld, ROOT, type ProtocolWorld } from "../support/protocol-world.ts";

const BASE = jobKeys("base");
const deltaWorld = (): ProtocolWorld =>
  protocolWorld({ spec: { work: { kind: "delta", baseJobId: "base" } } });

const recordOf = (key: string): ObjectRecord => ({
  key,
  outcome: "copied",
  sizeBytes: 1,
  sourceEtag: "e",
  sourceLastModifiedMs: 0,
  destinationEtag: "E",
});

/** Completes a partition of the base that copied `keys`; with `next` the rest of the range went to these. */
function completeBase(
  world: ProtocolWorld,
  partitionId: string,
  range: KeyRange,
  keys: readonly string[],
  next?: Pick<CompletionMarker, "children"> & { readonly cut: string },
): void {
  const records = keys.map(recordOf);
  const { body, sha256, lines } = encodeLedger(records);
  const ledger = { key: BASE.ledger(partitionId, 1), sha256, lines };
  const split = { cut: next?.cut ?? null, children: next?.children ?? [] };
  const marker = { partitionId, epoch: 1, workerId: "w", range, ...split, tally: tallyOf(records), ledger };
  world.bucket.put(ledger.key, body);
  world.bucket.put(BASE.done(partitionId), encodeJson(marker));
}

const idOf = (n: number): string => n.toString(16).padStart(12, "0");
const keyOf = (n: number): string => `k${String(n).padStart(3, "0")}`;

/** A base of which each partition kept one key and gave the rest to a single child. */
function completeChain(world: ProtocolWorld, length: number): void {
  for (let n = 0; n < length; n++) {
    const range = { after: n === 0 ? null : keyOf(n - 1), upTo: null };
    const rest = { partitionId: idOf(n + 1), range: { after: keyOf(n), upTo: null } };
    const next = n === length - 1 ? undefined : { cut: keyOf(n), children: [rest] };
    completeBase(world, idOf(n), range, [keyOf(n)], next);
  }
}

const follow = (world: ProtocolWorld, range: KeyRange, basePartitionId = idOf(0)) =>
  followBase(world.context, { partitionId: ROOT, parentId: null, range, basePartitionId }, forever);

describe("a partition of a job with a base", () => {
  it("has the base's records where the base was not split", async () => {
    const world = deltaWorld();
    completeChain(world, 1);
    const base = await follow(world, WHOLE_KEY_SPACE);
    expect(base?.follows).toBeUndefined();
    expect(base?.records?.records).toEqual([recordOf(keyOf(0))]);
  });

  it("gives a whole chain of splits away at once, a piece for each ledger", async () => {
    const world = deltaWorld();
    completeChain(world, 20);
    const base = await follow(world, WHOLE_KEY_SPACE);
    const pieces = base?.follows ?? [];
    expect(pieces.map((piece) => piece.basePartitionId)).toEqual(
      Array.from({ length: 20 }, (_, n) => idOf(n)),
    );
    expect(base).toMatchObject({ cut: "" });
    expect(
      rangesTile(
        { after: "", upTo: null },
        pieces.map((piece) => piece.range),
      ),
    ).toBe(true);
  });

  it("leaves the far end of a long chain to whoever gets it", async () => {
    const world = deltaWorld();
    completeChain(world, 500);
    const pieces = (await follow(world, WHOLE_KEY_SPACE))?.follows ?? [];
    expect(pieces.length).toBeLessThan(100);
    const last = pieces.at(-1);
    const rest = await follow(world, last?.range ?? WHOLE_KEY_SPACE, last?.basePartitionId);
    expect(rest?.follows?.[0]?.range.after).toBe(last?.range.after);
  });

  it("merges with the base's ledger when it is some of the base's own part, which has grown and was cut", async () => {
    const world = deltaWorld();
    const child = { partitionId: idOf(1), range: { after: "m", upTo: null } };
    completeBase(world, idOf(0), WHOLE_KEY_SPACE, ["a", "f", "m"], { cut: "m", children: [child] });
    const records = async (range: KeyRange): Promise<unknown> =>
      (await follow(world, range))?.records?.records.map(({ key }) => key);
    expect(await records({ after: "", upTo: "m" })).toEqual(["a", "f", "m"]);
    expect(await records({ after: "a", upTo: "g" })).toEqual(["f"]);
    expect(await records({ after: "g", upTo: "m" })).toEqual(["m"]);
  });

  it("refuses to follow a base whose completion marker is gone", async () => {
    await expect(follow(deltaWorld(), WHOLE_KEY_SPACE)).rejects.toMatchObject({
      code: "CONTROL_OBJECT_MISSING",
    });
  });
});
