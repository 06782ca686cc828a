import type { RecordCode } from "../../core/record-codes.ts";
import { KEY_CORPUS, S3_ONLY_KEYS } from "../contract/key-corpus.ts";
import { type FerryWorld, SOURCE } from "./ferry-world.ts";

/** Whatever has a source bucket. */
type Seeded = Pick<FerryWorld, "cloud">;

/** What must be reported instead of copied, by key. */
export type ExpectedFailures = ReadonlyMap<string, RecordCode>;

const MIB = 1024 * 1024;

/** Bytes that differ for every key and size, and from block to block. */
export function bytesOf(key: string, sizeBytes: number): Buffer {
  const bytes = Buffer.allocUnsafe(sizeBytes);
  const pattern = Buffer.from(`${key}:${sizeBytes};`);
  for (let offset = 0; offset < sizeBytes; offset += 4096) {
    bytes.fill(pattern, offset, Math.min(offset + 4096, sizeBytes));
    bytes.writeUIntLE(offset, offset, Math.min(6, sizeBytes - offset));
  }
  return bytes;
}

/** Puts `count` objects of this size into the source, `small-000` and so on. */
export async function seedSmall(world: Seeded, count: number, sizeBytes = 1_000): Promise<readonly string[]> {
  const keys = Array.from({ length: count }, (_, index) => `small-${String(index).padStart(3, "0")}`);
  for (const key of keys) await world.cloud.s3.putObject(SOURCE, key, bytesOf(key, sizeBytes));
  return keys;
}

/** Puts one object of this size into the source. */
export async function seedOne(world: Seeded, key: string, sizeBytes: number): Promise<void> {
  await world.cloud.s3.putObject(SOURCE, key, bytesOf(key, sizeBytes));
}

/** Puts an object under every key that clients like to break; returns those that OSS cannot hold. */
export async function seedOddKeys(world: Seeded): Promise<ExpectedFailures> {
  for (const key of [...Object.values(KEY_CORPUS), ...Object.values(S3_ONLY_KEYS)]) {
    await world.cloud.s3.putObject(SOURCE, key, bytesOf(key, key.length));
  }
  const codeOf = (key: string): RecordCode =>
    Buffer.byteLength(key) > 1_023 ? "KEY_TOO_LONG" : "KEY_LEADING_SLASH";
  return new Map(Object.values(S3_ONLY_KEYS).map((key) => [key, codeOf(key)]));
}

/** Objects of every kind: empty ones, placeholders, with metadata, uploaded in parts, streamed, and odd keys. */
export async function seedMixed(world: Seeded): Promise<ExpectedFailures> {
  const { s3 } = world.cloud;
  await seedSmall(world, 60, 3_000);
  await s3.putObject(SOURCE, "empty", Buffer.alloc(0));
  await s3.putObject(SOURCE, "placeholder/", Buffer.alloc(0));
  await s3.putObject(SOURCE, "with-metadata.json.gz", bytesOf("with-metadata", 5_000), {
    contentHeaders: {
      "content-type": "application/json",
      "content-encoding": "gzip",
      "cache-control": "max-age=3600",
      "content-disposition": 'attachment; filename="report.json"',
    },
    userMetadata: { owner: "ferry", "checked-by": "hand" },
  });
  await s3.putObject(SOURCE, "uploaded-in-parts", bytesOf("in parts", MIB / 2), { partSizeBytes: MIB / 8 });
  await seedOne(world, "streamed-2m", 2 * MIB + 17);
  await seedOne(world, "streamed-5m", 5 * MIB);
  return seedOddKeys(world);
}
