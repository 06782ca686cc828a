import type { SourceObject } from "../../storage/ports.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { mapMetadata, type MappedMetadata } from "./map-metadata.ts";
import { Judged } from "./object-trial.ts";

/**
 * What goes with the object to the destination, tags included when the job asks for them. Throws `Judged` when
 * something has no equal there and the job is not to drop it.
 */
export async function transferMetadata(attempt: CopyAttempt, source: SourceObject): Promise<MappedMetadata> {
  const { context, signal } = attempt.run;
  const { tags, storageClass, unmappableMetadata } = context.options;
  const wantsTags = tags && source.tagCount > 0;
  if (wantsTags) context.rate.book(1);
  const objectTags = wantsTags ? await context.source.tags({ key: attempt.version.key, signal }) : undefined;
  const { maxUserMetadataBytes } = context.destination.limits;
  const mapped = mapMetadata(source, objectTags, { storageClass, maxUserMetadataBytes });
  if (mapped.unmappable.length > 0 && unmappableMetadata === "fail") {
    throw new Judged({
      kind: "failed",
      code: "METADATA_UNREPRESENTABLE",
      detail: `OSS cannot hold ${mapped.unmappable.join(", ")}`,
      later: false,
    });
  }
  return mapped;
}
