import { oursOf, settle, type Decision, type Row } from "./row.ts";

/**
 * What a prune does with a key that its base found gone at the source: deletes it at the destination, if it is
 * still gone and the destination still holds what we put there.
 */
export function decidePrune(row: Row): Decision {
  const { source, destination } = row;
  const ours = oursOf(row);
  if (source !== undefined) return settle("skipped", "SOURCE_BACK");
  if (destination === undefined || ours === undefined) return settle("vanished", "GONE_EVERYWHERE");
  if (destination.etag !== ours.destinationEtag) return settle("kept", "DESTINATION_CHANGED");
  return { kind: "remove", destinationEtag: destination.etag };
}
