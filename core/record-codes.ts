/**
 * Why an object was not copied, or not copied whole. Fixed words: ledgers, totals and scripts depend on them.
 * The sentence is what the runbook says about the code.
 */
export const RECORD_CODES = {
  METADATA_DROPPED: "Copied, but without the metadata entries named in the detail, as the job asked for.",
  SOURCE_VANISHED: "The object was deleted at the source after it had been listed.",
  KEY_LEADING_SLASH: "The destination's key would begin with / or \\, which OSS does not allow.",
  KEY_TOO_LONG: "The destination's key would have more bytes than OSS allows (1,023; S3 allows 1,024).",
  KEY_NOT_UTF8: "The key is not valid UTF-8, which OSS requires.",
  KEY_EMPTY: "Nothing is left of the key once the source prefix is taken off.",
  KEY_OUTSIDE_PREFIX: "The source listed a key that does not have the prefix asked for.",
  OBJECT_TOO_LARGE: "The object is larger than OSS can hold (48.8 TB).",
  METADATA_UNREPRESENTABLE:
    "OSS cannot hold the metadata entries named in the detail, and the job is not to drop any.",
  SOURCE_ARCHIVED: "The object must be restored from its archive class before it can be read.",
  SOURCE_RESTORING: "The object is archived and being restored; a later job can copy it.",
  SOURCE_ACCESS_DENIED: "The source's credentials may not read this object.",
  DESTINATION_ACCESS_DENIED: "The destination's credentials may not write this object.",
  OVERWRITE_FORBIDDEN:
    "A rule of the destination bucket forbids the worker's role to replace the older copy that is there.",
  SOURCE_CHANGING: "The object was changed at the source each time it was being copied.",
  SOURCE_REJECTED: "The source refused the request for a reason that trying again does not change.",
  DESTINATION_REJECTED: "The destination refused the object for a reason that trying again does not change.",
  SOURCE_READ_FAILED:
    "Reading the object failed at every attempt while the source answered for other objects.",
  DESTINATION_WRITE_FAILED:
    "Writing the object failed at every attempt while the destination answered for others.",
  CHECKSUM_MISMATCH_SOURCE: "At every attempt the bytes were not those that the source's own checksum is of.",
  CHECKSUM_MISMATCH_DESTINATION: "At every attempt the destination stored other bytes than were sent.",
  UNCHANGED: "Both ends are as the base's ledger says.",
  SAME_CONTENT: "The destination had the same content already.",
  METADATA_REPAIRED:
    "A back-to-source rule had fetched the content without its metadata; copied again with it.",
  DESTINATION_EXISTS: "The destination had the key already, and the job is not to overwrite anything.",
  DESTINATION_NOT_OLDER:
    "The destination's version is as new as the source's or newer, and the job replaces older ones only.",
  DESTINATION_TAKEN:
    "Somebody else wrote the key at the destination while it was to be copied; theirs is kept.",
  DESTINATION_NOT_OURS: "The destination has the key, not from us and with other content; theirs is kept.",
  DESTINATION_CHANGED:
    "Somebody else changed the key at the destination since we put it there; theirs is kept.",
  BOTH_CHANGED: "The key was changed at both ends since we copied it; the destination's is kept.",
  DESTINATION_DELETED:
    "Somebody deleted the key at the destination since we put it there or saw it there; it is not resurrected.",
  SOURCE_GONE: "The source no longer has the key; the destination still has our copy.",
  SOURCE_BACK: "The source has the key again, so that it is not deleted.",
  GONE_EVERYWHERE: "Neither end has the key any more.",
  DELETED: "Deleted at the destination, as asked, after it had gone at the source.",
  NOT_CONCERNED: "Not part of what this job is to do; carried over from its base.",
  FILTERED_KEY: "The key does not match the job's globs.",
  FILTERED_SIZE: "The object is smaller or larger than the job is to copy.",
  FILTERED_TIME: "The object was last modified before or after the time that the job is about.",
  AUDIT_SAME: "Both ends hold the same.",
  AUDIT_SAME_SIZE:
    "Both ends hold objects of the same size; listings alone cannot prove more, an audit of the content can.",
  AUDIT_MISSING: "The destination does not have the key.",
  AUDIT_DIFFERENT: "The two ends hold different content.",
  AUDIT_EXTRA: "The destination has a key that the source does not have.",
  INTERNAL_ERROR: "A mistake of this program; the detail says what went wrong.",
} as const;

export type RecordCode = keyof typeof RECORD_CODES;
