import { mapKey } from "../../core/key-mapping.ts";
import { compileFilter } from "../../core/merge/filter.ts";
import { compareKeys, keySizeBytes, LONGEST_START_BYTES } from "../../core/object-key.ts";
import type { JobSpec } from "../../core/protocol/job.ts";
import type { DestinationStore, SourceStore } from "../../storage/ports.ts";
import { isReadable } from "../checks/is-readable.ts";

/** How far is looked for a key that only the source has. */
const PAGES = 10;

/** Larger ones are left to their readers. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A key at both ends. */
export interface Canary {
  readonly sourceKey: string;
  readonly key: string;
}

export interface TwoBuckets {
  readonly source: Pick<SourceStore, "list">;
  readonly destination: Pick<DestinationStore, "list" | "limits">;
}

/**
 * The first key of the job that the source has and the destination lacks, looked for among the first few thousand;
 * undefined when there is none. Both buckets are only listed.
 */
export async function chooseCanary(
  spec: JobSpec,
  { source, destination }: TwoBuckets,
  signal: AbortSignal,
): Promise<Canary | undefined> {
  const filteredOut = compileFilter(spec.filter, spec.srcPrefix);
  let continuationToken: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const next = continuationToken === undefined ? {} : { continuationToken };
    const listed = await source.list({ prefix: spec.srcPrefix, ...next, signal });
    const candidates = listed.objects.flatMap((object) => {
      const isMeant =
        filteredOut(object) === undefined &&
        object.sizeBytes <= MOST_BYTES &&
        keySizeBytes(object.key) <= LONGEST_START_BYTES &&
        isReadable(object);
      const key = isMeant ? destinationKey(object.key, spec, destination) : undefined;
      return key === undefined ? [] : [{ sourceKey: object.key, key }];
    });
    const { there, upTo } = await keysAmong(candidates, spec.destPrefix, destination, signal);
    const missing = candidates.find(({ key }) => !there.has(key) && compareKeys(key, upTo) <= 0);
    if (missing !== undefined) return missing;
    continuationToken = listed.nextToken;
    if (continuationToken === undefined) return undefined;
  }
  return undefined;
}

/** The destination's key for a key of the source; undefined when OSS cannot hold it. */
export function destinationKey(
  sourceKey: string,
  { srcPrefix, destPrefix }: JobSpec,
  { limits }: Pick<DestinationStore, "limits">,
): string | undefined {
  const mapped = mapKey(sourceKey, { srcPrefix, destPrefix, maxKeyBytes: limits.maxKeyBytes });
  return mapped.ok ? mapped.key : undefined;
}

/** Whether the destination holds the key itself. A LIST: a HEAD may be answered by a rule from the source. */
export async function isThere(
  key: string,
  destination: Pick<DestinationStore, "list">,
  signal: AbortSignal,
): Promise<boolean> {
  const page = await destination.list({ prefix: key, maxKeys: 1, signal });
  return page.objects[0]?.key === key;
}

/** The keys that the destination holds from the first candidate up to some key, at best the last candidate. */
async function keysAmong(
  candidates: readonly Canary[],
  destPrefix: string,
  destination: Pick<DestinationStore, "list">,
  signal: AbortSignal,
): Promise<{ readonly there: ReadonlySet<string>; readonly upTo: string }> {
  const there = new Set<string>();
  const [first, last] = [candidates[0], candidates.at(-1)];
  if (first === undefined || last === undefined) return { there, upTo: "" };
  if (await isThere(first.key, destination, signal)) there.add(first.key);
  let upTo = first.key;
  for (let page = 0; page < PAGES && compareKeys(upTo, last.key) < 0; page++) {
    const listed = await destination.list({ prefix: destPrefix, startAfter: upTo, signal });
    for (const { key } of listed.objects) there.add(key);
    upTo = listed.nextToken === undefined ? last.key : (listed.objects.at(-1)?.key ?? upTo);
  }
  return { there, upTo };
}
