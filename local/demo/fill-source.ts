import { randomBytes } from "node:crypto";
import type { LocalCloud } from "../cloud.ts";

/** What the source holds when the migration begins. */
export interface FilledSource {
  readonly objects: number;
  readonly bytes: number;
  /** Keys that OSS cannot hold, with the code that the migration must report for each. */
  readonly impossible: ReadonlyMap<string, string>;
}

const MIB = 1024 * 1024;
const GIANT_PART_BYTES = 8 * MIB;

/** Directories whose files may change while they are being migrated, under a source that cannot notice. */
const CACHES = [".vite", ".vite-temp", ".vitest-cache", ".cache", ".git"];

/** Keys that tools like to trip over; each must arrive byte for byte. */
const ODD_KEYS: readonly string[] = [
  "odd/double//slash",
  "odd//",
  "odd/./single-dot",
  "odd/../double-dot",
  "odd/plus+sign",
  "odd/percent%20sign",
  "odd/%2F",
  "odd/question?mark",
  "odd/hash#mark",
  "odd/space in the name",
  "odd/'single' and \"double\" quotes",
  "odd/<xml>&amp;</xml>",
  "odd/control\u0001\u001F\tcharacters",
  "odd/newline\nin the name",
  "odd/emoji-😀-and-\uFF5E",
  "odd/placeholder/",
  "odd/e\u0301-and-\u00e9-differ",
  "odd/Case",
  "odd/case",
  `odd/${"long".repeat(255).slice(0, 1019)}`,
];

/** Keys that S3 holds and OSS does not: they must be reported, not lost and not renamed. */
const IMPOSSIBLE_KEYS: ReadonlyMap<string, string> = new Map([
  ["/leading-slash", "KEY_LEADING_SLASH"],
  [`odd/${"x".repeat(1020)}`, "KEY_TOO_LONG"],
]);

/**
 * Fills the bucket with a real directory tree, the odd keys, empty objects, objects with metadata, and one giant
 * that was uploaded in parts.
 */
export async function fillSource(
  cloud: LocalCloud,
  bucket: string,
  options: { readonly directory: string; readonly maxObjects: number; readonly giantBytes: number },
): Promise<FilledSource> {
  cloud.s3.createBucket(bucket);
  const { directory, maxObjects, giantBytes } = options;
  const tree = await cloud.s3.seedFromDirectory(bucket, directory, {
    prefix: "files/",
    maxObjects,
    leaveOut: CACHES,
  });
  let { objects, bytes } = tree;
  const put = async (...[key, content, options]: Parameters<PutRest>): Promise<void> => {
    await cloud.s3.putObject(bucket, key, content, options);
    objects++;
    bytes += content.length;
  };
  for (const key of ODD_KEYS) await put(key, Buffer.from(key.endsWith("/") ? "" : `this is ${key}`));
  for (const key of IMPOSSIBLE_KEYS.keys()) await put(key, Buffer.from("OSS cannot hold this key"));
  await put("odd/empty", Buffer.alloc(0));
  await put("odd/with-metadata.json.gz", randomBytes(4096), {
    contentHeaders: {
      "content-type": "application/json",
      "content-encoding": "gzip",
      "cache-control": "max-age=3600",
      "content-disposition": 'attachment; filename="report.json"',
    },
    userMetadata: { owner: "ferry", "checked-by": "hand" },
  });
  await put("giant.bin", randomBytes(giantBytes), { partSizeBytes: GIANT_PART_BYTES });
  return { objects, bytes, impossible: IMPOSSIBLE_KEYS };
}

type PutRest = (
  key: string,
  content: Uint8Array,
  options?: Parameters<LocalCloud["s3"]["putObject"]>[3],
) => void;
