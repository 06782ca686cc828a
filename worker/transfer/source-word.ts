import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { crc64Nvme, crc64ToBase64 } from "../../core/crc64.ts";
import { StoreError } from "../../core/errors.ts";
import type { SourceObject } from "../../storage/ports.ts";

/**
 * What the source itself says the bytes are: the only check that also covers the way from the source to us.
 *
 * - none: it says nothing that we can check
 * - md5: the ETag of a single-part object; compared with the destination's ETag, so that it costs nothing
 * - crc64ecma: what OSS states; the CRC that every copy computes anyway, so that it costs nothing
 * - crc64nvme: S3's default checksum; as the one before, it can be put together from parts
 * - crc32, sha256, sha1: of the whole object, in one stream
 */
export type SourceWord =
  | { readonly kind: "none" }
  | { readonly kind: "md5"; readonly hex: string }
  | { readonly kind: "crc64ecma" | "crc64nvme" | "crc32" | "sha256" | "sha1"; readonly base64: string };

/** A digest of bytes as they pass, in the form in which the source states it. */
export interface Digest {
  update(bytes: Uint8Array): void;
  /** The digest of everything so far; call once, at the end. */
  finish(): string;
}

const MD5_HEX = /^[0-9a-f]{32}$/iu;
const CHECKSUMS_BY_COST = ["crc64ecma", "crc64nvme", "crc32", "sha1", "sha256"] as const;

/** The cheapest word of the source on these bytes. */
export function sourceWordOf(source: SourceObject, sourceEtag: "md5" | "opaque"): SourceWord {
  const stated = checksumOf(source);
  if (stated.kind === "crc64ecma") return stated;
  if (sourceEtag === "md5" && source.etagMayBeMd5 && MD5_HEX.test(source.etag)) {
    return { kind: "md5", hex: source.etag.toLowerCase() };
  }
  return stated;
}

/** The source's word on an object that is read in ranges: only CRCs of ranges make up the CRC of the whole. */
export function combinableWordOf(source: SourceObject): SourceWord {
  const word = checksumOf(source);
  return word.kind === "crc64ecma" || word.kind === "crc64nvme" ? word : { kind: "none" };
}

/** A digest to compare with the word; undefined where there is nothing to compare, or nothing but the copy's own CRC-64. */
export function digestFor(word: SourceWord): Digest | undefined {
  switch (word.kind) {
    case "none":
    case "crc64ecma":
      return undefined;
    case "md5":
      return hashDigest("md5", "hex");
    case "sha1":
    case "sha256":
      return hashDigest(word.kind, "base64");
    case "crc32":
      return crc32Digest();
    case "crc64nvme":
      return crc64NvmeDigest();
  }
}

/** Checks all bytes of the object: by `digest`, where there is one, or by the CRC-64 that the copy has of them anyway. */
export function checkPassedBytes(word: SourceWord, digest: Digest | undefined, crc64: bigint): void {
  if (word.kind === "crc64ecma") checkSourceWord(word, crc64ToBase64(crc64));
  else if (digest !== undefined) checkSourceWord(word, digest.finish());
}

/** Throws CHECKSUM_MISMATCH of the source unless `actual` is what the source says. */
export function checkSourceWord(word: SourceWord, actual: string): void {
  if (word.kind === "none") return;
  const expected = word.kind === "md5" ? word.hex : word.base64;
  if (actual !== expected) throw sourceMismatch(word);
}

/** The error of bytes that are not what the source says they are. */
export function sourceMismatch(word: SourceWord): StoreError {
  const message =
    word.kind === "md5"
      ? "the MD5 of the bytes is not the source's ETag; if this source's ETags are not MD5s, declare them opaque"
      : `the bytes do not have the ${word.kind} that the source states`;
  return new StoreError("CHECKSUM_MISMATCH", message, { store: "source" });
}

function checksumOf(source: SourceObject): SourceWord {
  const { checksums } = source;
  if (checksums?.type !== "FULL_OBJECT") return { kind: "none" };
  for (const kind of CHECKSUMS_BY_COST) {
    const base64 = checksums.values[kind];
    if (base64 !== undefined) return { kind, base64 };
  }
  return { kind: "none" };
}

function hashDigest(algorithm: "md5" | "sha1" | "sha256", encoding: "hex" | "base64"): Digest {
  const hash = createHash(algorithm);
  return { update: (bytes) => void hash.update(bytes), finish: () => hash.digest(encoding) };
}

function crc32Digest(): Digest {
  let crc = 0;
  return {
    update: (bytes) => {
      crc = crc32(bytes, crc);
    },
    finish: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc);
      return bytes.toString("base64");
    },
  };
}

function crc64NvmeDigest(): Digest {
  let crc = 0n;
  return {
    update: (bytes) => {
      crc = crc64Nvme.update(crc, bytes);
    },
    finish: () => crc64ToBase64(crc),
  };
}
