import { formatCount } from "../format.ts";

/** Characters that are invisible, end a line, turn the direction of the text around, or are no character at all. */
const UNPRINTABLE =
  /[\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Most keys are so; they are told at once. */
const PLAIN = /^[ -[\]-~]*$/u;

/**
 * Any text, such as a key, in characters that can be shown anywhere without doing anything: what cannot is written as
 * `\uXXXX`, a backslash as two. Nothing is lost; emoji and every script stay as they are.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(UNPRINTABLE, (character) => (character === "\\" ? "\\\\" : escaped(character)));
}

/** A text of up to `most` characters as it is; of a longer one both ends, and how long it is. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const end = Math.floor(most / 4);
  const [head, tail] = [characters.slice(0, most - end), characters.slice(-end)];
  return `${head.join("")}…${tail.join("")} (${formatCount(characters.length)} characters)`;
}

/** A character of one UTF-16 unit as `\uXXXX`. */
export function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
