import { z } from "zod";

/**
 * Where the source's key pair lies in the control bucket. It belongs to no job: all phases read the same object,
 * and overwriting it rotates the pair without a deployment.
 */
export const SOURCE_CREDENTIALS_KEY = "credentials/source.json";

/** The environment variables that hold the source's key pair, whatever its kind; the AWS tools' own serve as well. */
export const SOURCE_VARIABLES = {
  accessKeyId: "OSS_FERRY_SOURCE_ACCESS_KEY_ID",
  accessKeySecret: "OSS_FERRY_SOURCE_ACCESS_KEY_SECRET",
  sessionToken: "OSS_FERRY_SOURCE_SECURITY_TOKEN",
} as const;

/**
 * `credentials/source.json` — the key pair that reads the source, written by `oss-ferry credentials set`, read by
 * workers when they start and when the source refuses the pair they have. Only the workers' roles may read it;
 * the bucket's server-side encryption encrypts it.
 */
export const sourceCredentialsSchema = z.strictObject({
  format: z.literal(1),
  accessKeyId: z.string().min(1),
  accessKeySecret: z.string().min(1),
  /** Present when the pair is temporary. */
  sessionToken: z.string().min(1).optional(),
  /** When a temporary pair ends, where that is known. */
  expiresAt: z.iso.datetime().optional(),
  /** When it was put here, for people. */
  setAt: z.iso.datetime(),
});

export type SourceCredentials = z.infer<typeof sourceCredentialsSchema>;
