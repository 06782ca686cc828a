/**
 * What a job does with objects that must be restored before they can be read.
 *
 * - fail: records them as failed
 * - skip: passes them over
 * - restore: asks the source to restore them, for a later job to copy; the only write to a source
 */
export const ARCHIVE_POLICIES = ["fail", "skip", "restore"] as const;
export type ArchivePolicy = (typeof ARCHIVE_POLICIES)[number];

/** How fast, and how dear, a restore is: the words of S3 and OSS. */
export const RESTORE_TIERS = ["Standard", "Bulk", "Expedited"] as const;
export type RestoreTier = (typeof RESTORE_TIERS)[number];
