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
  SOURCE_ACCESS_DENIED: "The source's credentials may not read this object.",
  DESTINATION_ACCESS_DENIED: "The destination's credentials may not write this object.",
  SOURCE_CHANGING: "The object was changed at the source each time it was being copied.",
  SOURCE_REJECTED: "The source refused the request for a reason that trying again does not change.",
  DESTINATION_REJECTED: "The destination refused the object for a reason that trying again does not change.",
  SOURCE_READ_FAILED:
    "Reading the object failed at every attempt while the source answered for other objects.",
  DESTINATION_WRITE_FAILED:
    "Writing the object failed at every attempt while the destination answered for others.",
  CHECKSUM_MISMATCH_SOURCE: "At every attempt the bytes were not those that the source's own checksum is of.",
  CHECKSUM_MISMATCH_DESTINATION: "At every attempt the destination stored other bytes than were sent.",
  INTERNAL_ERROR: "A mistake of this program; the detail says what went wrong.",
} as const;

export type RecordCode = keyof typeof RECORD_CODES;
