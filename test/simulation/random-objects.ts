import type { Random } from "../../core/clock.ts";
import { compareKeys } from "../../core/object-key.ts";
import type { SimObject } from "./sim-source.ts";

const SYLLABLES = [
  "a",
  "b",
  "img/",
  "2024/",
  "x-",
  "é",
  "\uFF5E",
  "😀",
  "\u{10FFFF}",
  "0",
  "9",
  "z",
  "/",
  "fail",
  " ",
];

/** Bytes that are no UTF-8, as some stores hold them in keys. */
const LONE_BYTES = ["\uDC80", "\uDCFF"];

/** Up to `count` objects in key order; some of them come, go or change within `untilMs`. */
export function randomObjects(random: Random, count: number, untilMs: number): SimObject[] {
  const syllables = random() < 0.2 ? [...SYLLABLES, ...LONE_BYTES] : SYLLABLES;
  const changing = random() < 0.3 ? random() * 0.3 : 0;
  const keys = new Set<string>();
  for (let tries = count * 3; keys.size < count && tries > 0; tries--) {
    let key = "";
    for (let length = 1 + Math.floor(random() * 6); length > 0; length--) {
      key += syllables[Math.floor(random() * syllables.length)] ?? "";
    }
    keys.add(key);
  }
  const objects = [...keys].sort(compareKeys).map((key) => {
    const dice = random();
    const atMs = random() * untilMs;
    return {
      key,
      sizeBytes: Math.floor(random() * 20_000),
      etag: "0".repeat(32),
      lastModifiedMs: 0,
      storageClass: "STANDARD",
      ...(dice < changing ? { appearsAtMs: atMs } : {}),
      ...(dice > 1 - changing ? { vanishesAtMs: atMs } : {}),
      ...(random() < changing ? { changesAtMs: random() * untilMs } : {}),
    };
  });
  // One that is always there, lest the source be empty at the start.
  const [first, ...rest] = objects;
  if (first === undefined) return [];
  const { key, sizeBytes, etag, lastModifiedMs, storageClass } = first;
  return [{ key, sizeBytes, etag, lastModifiedMs, storageClass }, ...rest];
}
