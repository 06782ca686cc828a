import { crc64Xz } from "../../../core/crc64.ts";
import { storeErrorOf } from "../../../core/errors.ts";
import type { DestinationObject, SourceObject, SourceStore } from "../../../storage/ports.ts";
import { fail, type Finding, pass, warn } from "../../checks/finding.ts";
import { formatBytes } from "../../format.ts";
import { type Canary, chooseCanary, destinationKey, isThere } from "../choose-canary.ts";
import { coveringRule } from "../covering-rule.ts";
import type { CutoverContext, Gate } from "../gate.ts";

const NAME_ONE =
  "put an object at the source below its prefix and name it by --canary-key: after a delta it is as good as any";

/**
 * H6, H7, H8: the rule is asked for one object that only the source has, as a reader would ask, and must answer with
 * the same bytes. Nothing is written at the source. OSS keeps what it fetched, as after any reader's GET.
 */
export const canary: Gate = {
  name: "canary",
  async ask(context, signal) {
    const { job, buckets, mirrorRules } = context;
    const rule = coveringRule(await mirrorRules(), job.spec);
    if (rule === undefined) return undefined;
    const chosen = await choose(context, signal);
    if ("verdict" in chosen) return chosen;
    const head = await headOf(chosen.key, buckets.destination, signal);
    const tried = await tryGet(context, chosen, signal);
    if ("verdict" in tried) return tried;
    const troubles = [
      ...headTroubles(rule.allowsHead, head),
      ...metadataTroubles(tried.source, tried.mirrored),
      ...(await tidy(context, chosen.key, tried.source, signal)),
    ];
    const says =
      `GET ${chosen.key} fetched the same ${formatBytes(tried.source.sizeBytes)} through the rule; ` +
      (head === undefined ? "HEAD is 404 until then" : "HEAD is answered, too");
    return troubles.length === 0
      ? pass(says)
      : warn(
          `${says}; ${troubles.join("; ")}`,
          "a delta repairs metadata that a rule did not keep, where OSS lets the fleet overwrite",
        );
  },
};

/** The canary, or why there is none. */
async function choose(context: CutoverContext, signal: AbortSignal): Promise<Canary | Finding> {
  const { job, summary, buckets, canaryKey } = context;
  if (canaryKey === undefined) {
    if ((summary?.tally.codes["DESTINATION_DELETED"] ?? 0) > 0) {
      return warn(
        "not proved: what is missing may have been deleted on purpose, and would come back",
        NAME_ONE,
      );
    }
    const found = await chooseCanary(job.spec, buckets, signal);
    return found ?? warn("not proved: no key was found that only the source has", NAME_ONE);
  }
  const key = destinationKey(canaryKey, job.spec, buckets.destination);
  if (key === undefined) {
    return warn(`not proved: ${canaryKey} is no key below the source prefix that OSS can hold`, NAME_ONE);
  }
  return (await isThere(key, buckets.destination, signal))
    ? warn(`not proved: ${key} is at the destination already, so that no rule was asked`, NAME_ONE)
    : { sourceKey: canaryKey, key };
}

interface ReadSource extends SourceObject {
  /** CRC-64/XZ of the bytes. */
  readonly crc64: bigint;
}

interface Tried {
  readonly source: ReadSource;
  readonly mirrored: DestinationObject;
}

async function tryGet(
  { buckets }: CutoverContext,
  { sourceKey, key }: Canary,
  signal: AbortSignal,
): Promise<Tried | Finding> {
  const source = await readSource(buckets.source, sourceKey, signal);
  if (source === undefined)
    return warn(`not proved: the source does not have ${sourceKey} (any more)`, NAME_ONE);
  try {
    const mirrored = await buckets.reader.read(key, signal);
    if (mirrored === undefined) {
      return fail(
        `GET ${key} is 404: the rule does not find it at the source`,
        "compare its address and prefix with the source's",
      );
    }
    return mirrored.readCrc64 === source.crc64
      ? { source, mirrored }
      : fail(
          `GET ${key} gave other bytes than the source has`,
          "the rule leads to another bucket, or the object was just changed",
        );
  } catch (error) {
    const refused = storeErrorOf(error);
    if (refused?.detail.status !== 424) throw error;
    return fail(
      `GET ${key} fails, readers would get 424: ${refused.message}`,
      "with 403 the source wants a signature: cutover.privateSource, and a key pair that may read",
    );
  }
}

async function readSource(
  source: SourceStore,
  key: string,
  signal: AbortSignal,
): Promise<ReadSource | undefined> {
  try {
    const { etag } = await source.stat({ key, signal });
    const body = await source.open({ key, ifMatch: etag, signal });
    let crc64 = 0n;
    await body.read((chunk) => {
      crc64 = crc64Xz.update(crc64, chunk);
    });
    return { ...body, crc64 };
  } catch (error) {
    if (storeErrorOf(error, "NOT_FOUND") === undefined) throw error;
    return undefined;
  }
}

async function headOf(
  key: string,
  destination: CutoverContext["buckets"]["destination"],
  signal: AbortSignal,
): Promise<DestinationObject | undefined> {
  try {
    return await destination.stat({ key, signal });
  } catch (error) {
    // The GET will say what is wrong with the rule.
    if (storeErrorOf(error) === undefined) throw error;
    return undefined;
  }
}

function headTroubles(allowsHead: boolean, head: DestinationObject | undefined): readonly string[] {
  return allowsHead && head === undefined ? ["HEAD is not answered, though the rule allows it"] : [];
}

/** What a reader of the mirrored object misses. */
function metadataTroubles(
  { metadata }: SourceObject,
  { metadata: there }: DestinationObject,
): readonly string[] {
  const lost = Object.keys(metadata.user).filter(
    (name) => there.user[name.toLowerCase()] !== metadata.user[name],
  );
  const differing = Object.keys(metadata.headers).filter(
    (name) => there.headers[name] !== metadata.headers[name],
  );
  return [
    ...(lost.length > 0 ? [`the user metadata ${lost.join(", ")} was lost`] : []),
    ...(differing.length > 0 ? [`${differing.join(", ")} came out differently`] : []),
  ];
}

/** Deletes what this check made OSS fetch, where asked and where it is still that. */
async function tidy(
  { buckets, canaryCleanup }: CutoverContext,
  key: string,
  fetched: ReadSource,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (!canaryCleanup) return [];
  const now = await buckets.destination.stat({ key, signal });
  if (now?.mirrored !== true || now.crc64 !== fetched.crc64) {
    return ["what lies there now is not what this check fetched, and was left alone"];
  }
  try {
    await buckets.destination.delete({ key, signal });
    return [];
  } catch (error) {
    if (storeErrorOf(error, "ACCESS_DENIED") === undefined) throw error;
    return [`${key} was fetched and may not be deleted again with these keys`];
  }
}
