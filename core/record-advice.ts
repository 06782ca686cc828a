import type { RecordCode } from "./record-codes.ts";

const NOTHING = "Nothing to do.";
const AS_WANTED = "Nothing, if that is what you want.";

/** What to do about each code, in one sentence: reports say it, and the runbook begins its own advice with it. */
export const RECORD_ADVICE: Readonly<Record<RecordCode, string>> = {
  METADATA_DROPPED: AS_WANTED,
  SOURCE_VANISHED: "Nothing: the outcome is `vanished`, as the application deleted it.",
  KEY_LEADING_SLASH: "Set a destination prefix, so that the key begins with something else.",
  KEY_TOO_LONG: "Rename it at the source, or migrate its prefix with a shorter destination prefix.",
  KEY_NOT_UTF8: "Rename it at the source.",
  KEY_EMPTY: "Use a source prefix that is not itself an object, or a destination prefix.",
  KEY_OUTSIDE_PREFIX: "The source does not honour `prefix`; report it with the name of the service.",
  OBJECT_TOO_LARGE: "Split it before the migration.",
  METADATA_UNREPRESENTABLE: "Rename the entries at the source, or set `OSS_FERRY_UNMAPPABLE_METADATA=drop`.",
  SOURCE_ARCHIVED:
    "Restore it at the source, or have the next job ask for it with `OSS_FERRY_ARCHIVED=restore`; with `skip` the outcome is `skipped`, as the job asked for.",
  SOURCE_RESTORING:
    "Wait until the source has restored it (minutes to two days, by class and tier), then redrive the job before `OSS_FERRY_RESTORE_DAYS` are over.",
  SOURCE_ACCESS_DENIED:
    "Give the source credentials s3:GetObject (and kms:Decrypt for objects under a KMS key; s3:RestoreObject when the detail names RestoreObject), or their equals in OSS.",
  DESTINATION_ACCESS_DENIED:
    "Give the role oss:PutObject on the destination; look for a bucket policy that denies it.",
  OVERWRITE_FORBIDDEN:
    "Run the round as the last `delta-…` phase, which `protectFromFleet` of the cutover lets replace, or from your own machine with `oss-ferry delta`.",
  SOURCE_CHANGING: "Copy it when it is quiet, or in a later round.",
  SOURCE_REJECTED: "Look at the detail, which has what the service said, mend that and redrive the job.",
  DESTINATION_REJECTED:
    "Look at the detail, which has what the service said and an EC that the OSS documentation explains, mend that and redrive the job.",
  SOURCE_READ_FAILED: "Look at the detail, then try again with `oss-ferry redrive`.",
  DESTINATION_WRITE_FAILED: "Look at the detail, then try again with `oss-ferry redrive`.",
  CHECKSUM_MISMATCH_SOURCE:
    "If the source is not AWS and its ETags are not MD5s, set `OSS_FERRY_SOURCE_ETAG=opaque`.",
  CHECKSUM_MISMATCH_DESTINATION:
    "Look for a proxy between worker and OSS; report it with the request id in the detail.",
  UNCHANGED: NOTHING,
  SAME_CONTENT: NOTHING,
  METADATA_REPAIRED: NOTHING,
  DESTINATION_EXISTS: AS_WANTED,
  DESTINATION_NOT_OLDER: AS_WANTED,
  DESTINATION_TAKEN:
    "Nothing after the switch: the application wrote it; before the switch, find out who writes to the destination.",
  DESTINATION_NOT_OURS: "Nothing after the switch: the application wrote it; otherwise find out who did.",
  DESTINATION_CHANGED:
    "Nothing after the switch: the application changed it; otherwise as for DESTINATION_NOT_OURS.",
  BOTH_CHANGED:
    "Look at both versions and decide by hand: after the switch this means that somebody still writes to the source.",
  DESTINATION_DELETED: "Nothing: the application deleted it.",
  SOURCE_GONE: "Nothing, or `oss-ferry prune` to delete it at the destination, too.",
  SOURCE_BACK: NOTHING,
  GONE_EVERYWHERE: NOTHING,
  DELETED: NOTHING,
  NOT_CONCERNED: NOTHING,
  FILTERED_KEY: AS_WANTED,
  FILTERED_SIZE: AS_WANTED,
  FILTERED_TIME: AS_WANTED,
  AUDIT_SAME: NOTHING,
  AUDIT_SAME_SIZE: "Nothing, or an audit of the content, or one with the last job as its base.",
  AUDIT_MISSING:
    "Mend what the detail names, if it names a code; then run a delta, or a copy, and audit again.",
  AUDIT_DIFFERENT: "If the source changed since the last job, run a delta; otherwise look at both versions.",
  AUDIT_EXTRA: "Nothing, if the application or somebody else put it there.",
  INTERNAL_ERROR: "Report it with the detail.",
};
