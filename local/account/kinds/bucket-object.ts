import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Key, keyOf } from "../../store/keys.ts";
import type { StoredObject } from "../../store/bucket.ts";
import { ApiError } from "../api-error.ts";
import { type Attributes, textOf } from "../attributes.ts";
import type { Kind, World } from "../kind.ts";
import { bucketNamed } from "./bucket.ts";

const CONTENT_HEADERS = [
  "cache_control",
  "content_disposition",
  "content_encoding",
  "content_type",
  "expires",
] as const;

/** An object; its id is its key, so that its bucket comes from what was last known of it. */
export const bucketObject: Kind = {
  operations: { create: "PutObject", update: "PutObject", delete: "DeleteObject" },
  create: put,
  update: (world, _id, wanted) => put(world, wanted),
  read: (world, id, last) => {
    const bucketName = textOf(last, "bucket") ?? "";
    const object = world.oss.hasBucket(bucketName) ? world.oss.bucket(bucketName).get(keyOf(id)) : undefined;
    return object && { id, bucket: bucketName, key: id, ...describe(object) };
  },
  delete: (world, id, last) => {
    bucketNamed(world, textOf(last, "bucket") ?? "").delete(keyOf(id));
  },
};

async function put(world: World, wanted: Attributes): Promise<Attributes> {
  const bucketName = textOf(wanted, "bucket") ?? "";
  const key = textOf(wanted, "key") ?? "";
  const target = bucketNamed(world, bucketName);
  const bytes = await bytesOf(wanted);
  const stated = textOf(wanted, "content_md5");
  if (stated !== undefined && stated !== createHash("md5").update(bytes).digest("base64")) {
    throw new ApiError("InvalidDigest", "The Content-MD5 you specified was invalid.");
  }
  const algorithm = textOf(wanted, "server_side_encryption");
  await world.oss.putObject(bucketName, key, bytes, {
    contentHeaders: { "content-type": "application/octet-stream", ...headersOf(wanted) },
    ...(algorithm !== undefined && { encryption: { "x-oss-server-side-encryption": algorithm } }),
  });
  const object = target.get(keyOf(key) satisfies Key);
  return { ...wanted, id: key, ...(object && describe(object)) };
}

async function bytesOf(wanted: Attributes): Promise<Buffer> {
  const source = textOf(wanted, "source");
  if (source === undefined) return Buffer.from(textOf(wanted, "content") ?? "", "utf8");
  try {
    return await readFile(source);
  } catch (error) {
    throw new ApiError(
      "FileNotFound",
      `open ${source}: ${(error as NodeJS.ErrnoException).code ?? "failed"}`,
    );
  }
}

function headersOf(wanted: Attributes): Record<string, string> {
  return Object.fromEntries(
    CONTENT_HEADERS.flatMap((name) => {
      const value = textOf(wanted, name);
      return value === undefined ? [] : [[name.replaceAll("_", "-"), value]];
    }),
  );
}

function describe(object: StoredObject): Attributes {
  return {
    content_length: String(object.body.sizeBytes),
    content_type: object.contentHeaders["content-type"] ?? "",
    etag: object.etag,
    version_id: object.versionId ?? "",
  };
}
