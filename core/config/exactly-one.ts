import type { z } from "zod";

/** A check that either all of `first` and none of `second` are given, or the other way round. */
export function exactlyOne(
  first: readonly string[],
  second: readonly string[],
  sentence: string,
): (context: z.core.ParsePayload<object>) => void {
  return (context) => {
    const given = new Map(Object.entries(context.value));
    const all = (names: readonly string[]): boolean => names.every((name) => given.get(name) !== undefined);
    const none = (names: readonly string[]): boolean => names.every((name) => given.get(name) === undefined);
    if ((all(first) && none(second)) || (all(second) && none(first))) return;
    context.issues.push({ code: "custom", message: `needs either ${sentence}`, input: context.value });
  };
}
