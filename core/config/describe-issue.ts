import type { z } from "zod";
import { closestName } from "../closest-name.ts";
import { settingAt, settingNames } from "./json-schema.ts";

type Path = readonly PropertyKey[];

/** One mistake: which setting, and the rest of a sentence that begins with its name. */
export interface Problem {
  readonly path: Path;
  readonly sentence: string;
}

/** What an issue of `migrationSchema` says to a person; `value` is the whole of what was parsed. */
export function describeIssue(issue: z.core.$ZodIssue, value: unknown, above: Path = []): readonly Problem[] {
  const path = [...above, ...issue.path];
  const one = (sentence: string): readonly Problem[] => [{ path, sentence }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...path, key], sentence: unknownSetting(path, key) }));
    case "invalid_key":
      return one(unknownName(issue, path));
    case "invalid_type":
      return one(
        valueAt(value, path) === undefined ? missing(path) : `must be a ${typeName(issue.expected)}`,
      );
    case "invalid_value":
      return one(
        valueAt(value, path) === undefined
          ? missing(path)
          : `must be ${issue.values.map(String).join(" or ")}`,
      );
    case "invalid_union":
      // The last option is a plain value; whoever wrote a map meant the first.
      return (issue.errors[0] ?? []).flatMap((inner) => describeIssue(inner, value, path));
    case "too_big":
      return one(issue.message.startsWith("must") ? issue.message : `must be at most ${issue.maximum}`);
    case "too_small":
      return one(issue.message.startsWith("must") ? issue.message : tooSmall(issue));
    case "custom":
    case "invalid_format":
    case "invalid_element":
    case "not_multiple_of":
      return one(issue.message);
    default:
      return issue satisfies never;
  }
}

function missing(path: Path): string {
  const description = settingAt(path)?.description;
  return `is missing${description === undefined ? "" : `: ${description}`}`;
}

function unknownSetting(path: Path, key: string): string {
  const names = settingNames(path);
  const suggestion = closestName(key, names, Math.ceil(key.length / 2));
  if (suggestion !== undefined) return `is not a setting; did you mean ${suggestion}?`;
  return `is not a setting; here are ${names.join(", ")}`;
}

function unknownName(issue: z.core.$ZodIssueInvalidKey, path: Path): string {
  const sentence = issue.issues[0]?.message ?? "is not a valid name";
  const name = String(path.at(-1));
  const known =
    path.at(-2) === "phases" ? closestName(name, ["pilot", "full", "delta-1", "audit"]) : undefined;
  return known === undefined ? sentence : `${sentence}; did you mean ${known}?`;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  if (issue.origin === "string" || issue.origin === "array") return "must not be empty";
  return issue.inclusive === false
    ? `must be more than ${issue.minimum}`
    : `must be at least ${issue.minimum}`;
}

function typeName(expected: string): string {
  switch (expected) {
    case "object":
    case "record":
      return "map of settings";
    case "array":
      return "list";
    case "int":
      return "whole number";
    case "boolean":
      return "true or false";
    case "string":
      return "text; quote it if need be";
    default:
      return expected;
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, name) =>
      typeof at === "object" && at !== null
        ? (at as Readonly<Record<PropertyKey, unknown>>)[name]
        : undefined,
    value,
  );
}
