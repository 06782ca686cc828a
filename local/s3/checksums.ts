import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { CRC32, CRC32C, CRC64_NVME, type Crc } from "../store/crc.ts";

/** A checksum that S3 keeps with objects, under the name it has in `x-amz-checksum-<name>`. */
export type ChecksumName = "crc32" | "crc32c" | "crc64nvme" | "sha1" | "sha256";

export const CHECKSUM_NAMES: readonly ChecksumName[] = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"];

/** S3 computes this one when the writer sends none. */
export const DEFAULT_CHECKSUM: ChecksumName = "crc64nvme";

export interface RunningChecksum {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

export function startChecksum(name: ChecksumName): RunningChecksum {
  switch (name) {
    case "crc32": {
      let value = 0;
      return {
        update: (bytes) => {
          value = crc32(bytes, value);
        },
        digest: () => bigEndian(BigInt(value), 4),
      };
    }
    case "crc32c":
      return runningCrc(CRC32C, 4);
    case "crc64nvme":
      return runningCrc(CRC64_NVME, 8);
    case "sha1":
    case "sha256": {
      const digest = createHash(name);
      return {
        update: (bytes) => {
          digest.update(bytes);
        },
        digest: () => digest.digest(),
      };
    }
  }
}

/** The checksum of a whole object made of parts: of all its bytes, or of the parts' checksums with `-N`. */
export function checksumOfParts(
  name: ChecksumName,
  type: "FULL_OBJECT" | "COMPOSITE",
  parts: readonly { readonly checksum: string; readonly sizeBytes: number }[],
): string {
  if (type === "COMPOSITE") {
    const whole = startChecksum(name);
    for (const part of parts) whole.update(Buffer.from(part.checksum, "base64"));
    return `${whole.digest().toString("base64")}-${parts.length}`;
  }
  const crc = { crc32: CRC32, crc32c: CRC32C, crc64nvme: CRC64_NVME, sha1: undefined, sha256: undefined }[
    name
  ];
  if (crc === undefined) throw new RangeError(`${name} of parts cannot be combined`);
  const value = parts.reduce(
    (sum, part) =>
      crc.combine(sum, BigInt(`0x${Buffer.from(part.checksum, "base64").toString("hex")}`), part.sizeBytes),
    0n,
  );
  return bigEndian(value, name === "crc64nvme" ? 8 : 4).toString("base64");
}

/** The checksum name written in any case, or undefined. */
export function parseChecksumName(text: string | undefined): ChecksumName | undefined {
  return CHECKSUM_NAMES.find((name) => name === text?.toLowerCase());
}

function runningCrc(crc: Crc, width: number): RunningChecksum {
  const state = crc.start();
  return {
    update: (bytes) => {
      crc.update(state, bytes);
    },
    digest: () => bigEndian(crc.value(state), width),
  };
}

function bigEndian(value: bigint, width: number): Buffer {
  return Buffer.from(value.toString(16).padStart(width * 2, "0"), "hex");
}
