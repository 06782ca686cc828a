import { type Exchange, headerOf } from "./exchange.ts";

export type ConditionResult = "go-on" | "not-modified" | "precondition-failed";

/** Judges If-Match, If-None-Match and the two dates as RFC 9110 orders them. */
export function judgeConditions(
  exchange: Exchange,
  object: { readonly etag: string; readonly lastModifiedMs: number },
): ConditionResult {
  const ifMatch = headerOf(exchange, "if-match");
  const ifNoneMatch = headerOf(exchange, "if-none-match");
  const modifiedSecond = Math.floor(object.lastModifiedMs / 1000);
  if (ifMatch !== undefined) {
    if (!namesEtag(ifMatch, object.etag)) return "precondition-failed";
  } else {
    const unmodifiedSince = secondOf(headerOf(exchange, "if-unmodified-since"));
    if (unmodifiedSince !== undefined && modifiedSecond > unmodifiedSince) return "precondition-failed";
  }
  if (ifNoneMatch !== undefined) return namesEtag(ifNoneMatch, object.etag) ? "not-modified" : "go-on";
  const modifiedSince = secondOf(headerOf(exchange, "if-modified-since"));
  return modifiedSince !== undefined && modifiedSecond <= modifiedSince ? "not-modified" : "go-on";
}

/** Whether the header's list of ETags, or `*`, names this one; quotes do not matter. */
export function namesEtag(header: string, etag: string): boolean {
  return header
    .split(",")
    .map((item) => item.trim().replace(/^W\//, "").replaceAll('"', ""))
    .some((item) => item === "*" || item === etag);
}

export type RangeResult =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly start: number; readonly end: number }
  | { readonly kind: "unsatisfiable" };

/** One byte range; `end` is exclusive and cut at the object's. Anything that is not one range means the whole. */
export function judgeRange(header: string | undefined, sizeBytes: number): RangeResult {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  const [, first = "", last = ""] = match ?? [];
  if (match === null || (first === "" && last === "")) return { kind: "whole" };
  if (first === "") {
    const suffix = Math.min(Number(last), sizeBytes);
    return suffix === 0
      ? { kind: "unsatisfiable" }
      : { kind: "part", start: sizeBytes - suffix, end: sizeBytes };
  }
  const start = Number(first);
  const end = last === "" ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
  if (last !== "" && Number(last) < start) return { kind: "whole" };
  return start >= sizeBytes ? { kind: "unsatisfiable" } : { kind: "part", start, end };
}

function secondOf(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const ms = Date.parse(date);
  return Number.isNaN(ms) ? undefined : ms / 1000;
}
