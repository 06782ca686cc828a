import { z } from "zod";

export const text = z.string().min(1);

/** 3 to 63 characters, as OSS names buckets. */
export const ossBucket = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/u,
    "must be 3 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends",
  );

/** Begins keys of the source. */
export const prefix = z
  .string()
  .max(1023)
  .regex(/^\P{Cc}*$/u, "must not contain control characters");

/** Begins keys of the destination. */
export const ossPrefix = prefix.regex(/^(?![/\\])/u, "must not begin with / or \\, as OSS refuses such keys");

export const httpUrl = z.url({
  protocol: /^https?$/u,
  error: "must be an http or https address, for instance https://s3.example.com",
});
