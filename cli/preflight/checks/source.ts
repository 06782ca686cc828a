import { storeErrorOf } from "../../../core/errors.ts";
import type { ListedObject } from "../../../core/object.ts";
import { compareKeys } from "../../../core/object-key.ts";
import type { ListPage } from "../../../storage/ports.ts";
import { fail, type Finding, type NamedFinding, pass, warn } from "../../checks/finding.ts";
import { isReadable } from "../../checks/is-readable.ts";
import { formatCount } from "../../format.ts";
import { find, type PreflightContext } from "../context.ts";

/** How far the source is looked at. */
const PAGES = 5;

/** The source can be listed and read, and has something to read. */
export async function* checkSource(
  context: PreflightContext,
  signal: AbortSignal,
): AsyncGenerator<NamedFinding> {
  const { source } = context.buckets;
  let objects: readonly ListedObject[] = [];
  yield find("source list", signal, async () => {
    objects = await firstPages(context, signal);
    return listingFinding(objects, context);
  });
  if (objects.length === 0) return;
  yield { name: "source archived", ...archivedFinding(objects) };
  yield find("source uploads", signal, () => uploadsFinding(context, signal));
  const readable = objects.find(isReadable);
  if (readable === undefined) return;
  const { key, etag, sizeBytes } = readable;
  yield find("source head", signal, async () => {
    await source.stat({ key, signal });
    return pass(`HEAD ${key}`);
  });
  yield find("source get", signal, async () => {
    const range = sizeBytes === 0 ? {} : { range: { start: 0, end: 0 } };
    const body = await source.open({ key, ifMatch: etag, ...range, signal });
    await body.read(() => undefined);
    return pass(`GET ${key}`);
  });
  if (!context.tags) return;
  yield find("source tags", signal, async () => {
    const tags = await source.tags({ key, signal });
    return pass(`${key} has ${Object.keys(tags).length}`);
  });
}

async function firstPages(
  { buckets, srcPrefix }: PreflightContext,
  signal: AbortSignal,
): Promise<readonly ListedObject[]> {
  const objects: ListedObject[] = [];
  let continuationToken: string | undefined;
  for (let pages = 0; pages < PAGES; pages++) {
    const next = continuationToken === undefined ? {} : { continuationToken };
    const page: ListPage = await buckets.source.list({ prefix: srcPrefix, ...next, signal });
    objects.push(...page.objects);
    continuationToken = page.nextToken;
    if (continuationToken === undefined) break;
  }
  return objects;
}

function listingFinding(
  objects: readonly ListedObject[],
  { srcPrefix, allowEmpty }: PreflightContext,
): Finding {
  if (objects.length === 0) {
    const says = srcPrefix === "" ? "the source is empty" : `nothing at the source begins with ${srcPrefix}`;
    return allowEmpty
      ? pass(says)
      : fail(says, "correct bucket or prefix, or set OSS_FERRY_ALLOW_EMPTY=true");
  }
  const unordered = objects.find(({ key }, index) => compareKeys(objects[index - 1]?.key ?? "", key) > 0);
  return unordered === undefined
    ? pass(`${formatCount(objects.length)} keys on the first pages, in the order of their bytes`)
    : fail(
        `the source lists ${unordered.key} out of order`,
        "it cannot be migrated by ranges of keys; report it with the name of the service",
      );
}

function archivedFinding(objects: readonly ListedObject[]): Finding {
  const archived = objects.filter((object) => !isReadable(object)).length;
  const among = `among the first ${formatCount(objects.length)} keys`;
  return archived === 0
    ? pass(`none ${among}`)
    : warn(
        `${formatCount(archived)} ${among} must be restored before they can be read`,
        "OSS_FERRY_ARCHIVED=restore has them restored; else they are recorded as SOURCE_ARCHIVED",
      );
}

async function uploadsFinding(
  { buckets, srcPrefix }: PreflightContext,
  signal: AbortSignal,
): Promise<Finding> {
  try {
    const { uploads } = await buckets.sourceConfiguration.openUploads({ prefix: srcPrefix, most: 1, signal });
    return pass(`open multipart uploads can be listed; ${formatCount(uploads.length)} on the first page`);
  } catch (error) {
    if (storeErrorOf(error, "ACCESS_DENIED") === undefined) throw error;
    return warn(
      "these keys may not list open multipart uploads",
      "allow s3:ListBucketMultipartUploads: the cutover check counts them",
    );
  }
}
