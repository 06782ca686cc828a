import { z } from "zod";
import { exactlyOne } from "./exactly-one.ts";
import { httpUrl, ossBucket, text } from "./texts.ts";

export const network = z
  .strictObject({
    new: z
      .strictObject({
        zones: z
          .array(text)
          .min(1)
          .max(8)
          .describe(
            "Zones, one vSwitch each; the instances take turns. Changing one replaces what lives there.",
          ),
        cidr: z
          .string()
          .regex(
            /^(?:10|172|192)(?:\.\d{1,3}){3}\/(?:8|1\d|2[0-4])$/u,
            "must be a private range from /8 to /24, for instance 10.42.0.0/16",
          )
          .default("10.42.0.0/16")
          .describe("Of the VPC; each zone gets an eighth."),
      })
      .optional()
      .describe("A VPC of its own."),
    existing: z
      .strictObject({
        vpcId: text.describe("Its id."),
        vSwitchIds: z.array(text).min(1).describe("The instances take turns."),
      })
      .optional()
      .describe("A VPC that is there already."),
  })
  .check(exactlyOne(["new"], ["existing"], "new or existing"))
  .describe("Where the instances live. Nothing can connect to them either way.");

export const state = z
  .strictObject({
    local: z
      .strictObject({
        directory: z
          .string()
          .regex(/^(?!\/|[A-Za-z]:|.*\.\.)/u, "must be a relative path without ..")
          .default("state")
          .describe("Below the project; `.gitignore` it."),
      })
      .optional()
      .describe("Files below this directory; for one person."),
    oss: z
      .strictObject({
        bucket: ossBucket.describe("Must exist, private and encrypted, in `region`; not the control bucket."),
        prefix: text.default("oss-ferry").describe("Begins the keys of the state files."),
        region: text.optional().describe("Default: the migration's."),
        tablestoreEndpoint: z
          .url({ protocol: /^https$/u, error: "must be an https address" })
          .describe("Of the Tablestore instance that keeps the locks."),
        tablestoreTable: text.describe("A table with the string primary key LockID: without it, no locking."),
        profile: text.optional().describe("Of the Alibaba Cloud CLI, instead of keys in the environment."),
      })
      .optional()
      .describe("An OSS bucket, locked by Tablestore; for teams."),
  })
  .check(exactlyOne(["local"], ["oss"], "local or oss"))
  .describe("Where Terraform keeps its state.");

export const cutover = z
  .strictObject({
    sourceUrl: httpUrl
      .regex(/\/$/u, "must end with /")
      .optional()
      .describe(
        "Where the destination fetches what it does not have; default: the source bucket's public address.",
      ),
    privateSource: z
      .boolean()
      .default(true)
      .describe(
        "Whether the source asks for a signature. Its key pair then comes from TF_VAR_mirror_access_key_id and TF_VAR_mirror_access_key_secret and is kept, readable, in the state of this stack.",
      ),
    authType: z.string().default("S3V4").describe("The kind of signature, as OSS names it."),
    passQueryString: z
      .boolean()
      .default(false)
      .describe("Whether the reader's query goes along to the source."),
    followRedirect: z.boolean().default(false).describe("Whether redirects of the source are followed."),
    protectFromFleet: z
      .boolean()
      .default(true)
      .describe(
        "Whether OSS itself forbids the fleets' roles to overwrite anything from then on, but for the last delta's, which replaces what changed at the source before the switch.",
      ),
  })
  .describe("The stack that makes the destination fetch from the source what it does not have yet.");

export const operator = z
  .strictObject({
    user: text
      .max(64)
      .optional()
      .describe("Name of the RAM user; default: the migration's name and `-operator`."),
    pgpKey: text
      .optional()
      .describe(
        "Makes an access key for it, encrypted for this PGP key (base64 without armour, or keybase:NAME); none without.",
      ),
  })
  .describe("A RAM user that may follow and steer the jobs and set the source's keys, and nothing else.");
