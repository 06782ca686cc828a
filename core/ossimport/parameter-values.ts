import type { Draft } from "./draft.ts";
import type { Parameter } from "./read-parameters.ts";

/** A whole number; undefined when the parameter is empty, or refused because it is none. */
export function wholeNumber(given: Parameter, draft: Draft): number | undefined {
  if (given.value === "") return undefined;
  if (/^\d{1,15}$/u.test(given.value)) return Number(given.value);
  draft.refuse(given, "must be a whole number");
  return undefined;
}

/** Whether the parameter says `true`; empty means no, anything else is refused. */
export function isOn(given: Parameter, draft: Draft): boolean {
  if (given.value === "true") return true;
  if (given.value !== "" && given.value !== "false") draft.refuse(given, "must be true or false");
  return false;
}
