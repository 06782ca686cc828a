/**
 * Objects that take no memory: every object is the same random block, repeated up to its length, so that
 * checksums follow from a length alone as long as a piece begins on a block boundary.
 */
import { createHash, randomBytes } from "node:crypto";
import { crc64, combineCrc64, repeatCrc64 } from "./crc64.ts";
import type { ObjectGroup } from "./messages.ts";

export const BLOCK_BYTES = 65_536;
const OBJECTS_PER_DIRECTORY = 1_000;
/** S3 objects above this size come from multipart uploads as a rule, so their ETag is not an MD5. */
const MAX_SINGLE_PART_BYTES = 64 * 1024 * 1024;

const block = randomBytes(BLOCK_BYTES);
const blockCrc = crc64(block);

/** A run of blocks to send bodies from: byte `i` of an object is byte `i % content.length` of this. */
export const content = Buffer.concat(Array.from({ length: 16 }, () => block));

const crcBySize = new Map<number, bigint>();
const md5BySize = new Map<number, string>();

/** CRC-64 of the first `sizeBytes` bytes of any object. */
export function contentCrc64(sizeBytes: number): bigint {
  const known = crcBySize.get(sizeBytes);
  if (known !== undefined) return known;
  const blocks = Math.floor(sizeBytes / BLOCK_BYTES);
  const tail = block.subarray(0, sizeBytes % BLOCK_BYTES);
  const crc = combineCrc64(repeatCrc64(blockCrc, BLOCK_BYTES, blocks), crc64(tail), tail.length);
  crcBySize.set(sizeBytes, crc);
  return crc;
}

/** MD5 (hex) of the first `sizeBytes` bytes of any object. */
export function contentMd5(sizeBytes: number): string {
  const known = md5BySize.get(sizeBytes);
  if (known !== undefined) return known;
  const hash = createHash("md5");
  for (let rest = sizeBytes; rest > 0; rest -= content.length) hash.update(content.subarray(0, rest));
  const md5 = hash.digest("hex");
  md5BySize.set(sizeBytes, md5);
  return md5;
}

/** The ETag the source shows for an object of this size. */
export function sourceEtag(sizeBytes: number): string {
  return sizeBytes <= MAX_SINGLE_PART_BYTES
    ? contentMd5(sizeBytes)
    : `${contentMd5(BLOCK_BYTES)}-${Math.ceil(sizeBytes / MAX_SINGLE_PART_BYTES)}`;
}

/** The objects of a scenario, numbered in the byte order of their keys. */
export class SyntheticObjects {
  readonly count: number;
  readonly #groups: readonly (ObjectGroup & { readonly first: number })[];

  constructor(groups: readonly ObjectGroup[]) {
    let first = 0;
    this.#groups = groups.map((group) => {
      const numbered = { ...group, first };
      first += group.count;
      return numbered;
    });
    this.count = first;
    for (const [index, group] of groups.entries()) {
      const next = groups[index + 1];
      if (next !== undefined && next.prefix <= group.prefix) throw new Error("Groups must be in key order");
    }
  }

  keyAt(index: number): string {
    const group = this.#groupAt(index);
    const number = index - group.first;
    const directory = Math.floor(number / OBJECTS_PER_DIRECTORY);
    return `${group.prefix}/${String(directory).padStart(4, "0")}/${String(number).padStart(8, "0")}`;
  }

  sizeAt(index: number): number {
    return this.#groupAt(index).sizeBytes;
  }

  /** The number of the object with this key, or undefined. */
  indexOf(key: string): number | undefined {
    const slash = key.indexOf("/");
    const prefix = key.slice(0, slash);
    const group = this.#groups.find((candidate) => candidate.prefix === prefix);
    if (group === undefined) return undefined;
    const number = Number(key.slice(key.lastIndexOf("/") + 1));
    const index = group.first + number;
    return number >= 0 && number < group.count && this.keyAt(index) === key ? index : undefined;
  }

  /** The number of the first object whose key comes after `key`; `count` when there is none. */
  firstAfter(key: string): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.keyAt(middle) > key) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #groupAt(index: number): ObjectGroup & { readonly first: number } {
    for (const group of this.#groups) if (index < group.first + group.count) return group;
    throw new RangeError(`There is no object ${index}`);
  }
}
