import { z } from "zod";
import { OVERWRITE_POLICIES } from "../protocol/job-work.ts";
import { sizeText } from "./quantity.ts";

const utcTime = z.iso.datetime({
  precision: 0,
  error: "must be a UTC time such as 2026-12-24T18:00:00Z",
});

const globs = z
  .array(
    z
      .string()
      .min(1)
      .regex(/^\P{Cc}*$/u, "must not contain control characters"),
  )
  .max(100);

/** Settings of `copy` that say which objects are copied, and which of the destination's they may replace. */
export const selection = {
  overwrite: z
    .enum(OVERWRITE_POLICIES)
    .default("if-different")
    .describe(
      "What becomes of keys that the destination has already: they stay (`never`), or are replaced when the content may differ (`if-different`), when the source's is newer (`if-newer`), or `always`. Phases with a base go by the base.",
    ),
  importSince: utcTime
    .optional()
    .describe(
      "Only objects last modified at this time or later. S3 stamps a multipart object with the time its upload began.",
    ),
  modifiedBefore: utcTime.optional().describe("Only objects last modified before this time."),
  include: globs
    .default([])
    .describe(
      "Only keys that match one of these globs behind the source prefix, for instance `photos/**/*.jpg`.",
    ),
  exclude: globs.default([]).describe("No key that matches one of these globs, whatever `include` says."),
  minSize: sizeText.optional().describe("Only objects of at least this size."),
  maxSize: sizeText.optional().describe("Only objects of at most this size."),
};

/** A check that what `copy` selects is not empty by its own words. */
export function selectsSomething(
  context: z.core.ParsePayload<{
    readonly importSince?: string | undefined;
    readonly modifiedBefore?: string | undefined;
    readonly minSize?: number | undefined;
    readonly maxSize?: number | undefined;
  }>,
): void {
  const { importSince, modifiedBefore, minSize = 0, maxSize = Number.POSITIVE_INFINITY } = context.value;
  if (importSince !== undefined && modifiedBefore !== undefined && importSince >= modifiedBefore) {
    const message = "must be later than copy.importSince, or nothing is left to copy";
    context.issues.push({ code: "custom", path: ["modifiedBefore"], message, input: modifiedBefore });
  }
  if (minSize > maxSize) {
    const message = "must be at least copy.minSize, or nothing is left to copy";
    context.issues.push({ code: "custom", path: ["maxSize"], message, input: maxSize });
  }
}
