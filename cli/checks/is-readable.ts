import type { ListedObject } from "../../core/object.ts";

/** Classes of S3 and of OSS out of which an object must be restored first. */
const ARCHIVE_CLASSES: ReadonlySet<string> = new Set([
  "GLACIER",
  "DEEP_ARCHIVE",
  "Archive",
  "ColdArchive",
  "DeepColdArchive",
]);

/** Whether the object can be read as it is; by its class where the listing does not say. */
export function isReadable({ archive, storageClass }: ListedObject): boolean {
  return archive === undefined ? !ARCHIVE_CLASSES.has(storageClass) : archive === "restored";
}
