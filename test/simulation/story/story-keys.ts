import type { JobSpec } from "../../../core/protocol/job.ts";
import type { StoryWorld } from "./story-world.ts";

const SYLLABLES = ["a", "b", "img/", "x-", "é", "\uFF5E", "😀", "\u{10FFFF}", "0", "z", "/", " "];

/** Bytes that are no UTF-8, as some stores hold them in keys. */
const LONE_BYTE = "\uDCFF";

/** The keys of a story: few, so that much happens to each; some outside the prefix, some that OSS cannot hold. */
export function storyKeys(world: StoryWorld, { srcPrefix }: JobSpec): readonly string[] {
  const syllables = world.random() < 0.2 ? [...SYLLABLES, LONE_BYTE] : SYLLABLES;
  const keys = new Set<string>([`${srcPrefix}always`]);
  for (let count = world.between(3, 25); count > 0; count--) {
    let key = world.random() < 0.9 ? srcPrefix : "";
    for (let length = world.between(1, 4); length > 0; length--) key += world.pick(syllables);
    keys.add(key);
  }
  return [...keys];
}
