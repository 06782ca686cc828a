import type { OverwritePolicy } from "../protocol/job-work.ts";
import { sameContent, settle, type Decision, type Row } from "./row.ts";
import { bothLookLikeMd5, compareListed } from "./same-content.ts";

/**
 * What a copy without a base does with a key of the source. One that is replaced must still be as it was listed. A
 * free key is taken create-only where nothing may be overwritten; otherwise by a plain write, as OSS asks for a ticket
 * above 1,000 create-only requests per second ("PutObject", x-oss-forbid-overwrite) and a full copy makes many
 * more, at a time when nobody else writes there. Deltas, which run when somebody does, are always create-only.
 */
export function decideCopy(row: Row, policy: OverwritePolicy, sourceEtag: "md5" | "opaque"): Decision {
  const { source, destination } = row;
  if (policy === "always") return { kind: "copy", condition: { kind: "any" } };
  if (destination === undefined) {
    return { kind: "copy", condition: { kind: policy === "never" ? "absent" : "any" } };
  }
  if (policy === "never") return settle("skipped", "DESTINATION_EXISTS");
  if (source === undefined) return settle("vanished", "SOURCE_VANISHED");

  const content = compareListed(source, destination, sourceEtag);
  if (content === "same") return sameContent(destination.etag);
  const replace = { kind: "copy", condition: { kind: "unchanged", etag: destination.etag } } as const;
  if (policy === "if-newer") {
    return source.lastModifiedMs > destination.lastModifiedMs
      ? replace
      : settle("skipped", "DESTINATION_NOT_OLDER");
  }
  // Reading the source once to find out is as much as copying it, but for the write.
  if (content === "unknown" && !bothLookLikeMd5(source, destination)) {
    return {
      kind: "compare",
      destinationEtag: destination.etag,
      same: sameContent(destination.etag),
      different: replace,
    };
  }
  return replace;
}
