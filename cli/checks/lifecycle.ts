import type { LifecycleRule } from "../../storage/oss/configuration-documents.ts";
import { type Finding, pass, warn } from "./finding.ts";

/** Whether keys can begin with both. */
export function overlap(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** What a destination's lifecycle rules do to objects that arrive below the prefix. */
export function lifecycleFinding(rules: readonly LifecycleRule[], destPrefix: string): Finding {
  const concerned = rules.filter(
    ({ prefix, expires, movesTo }) => overlap(prefix, destPrefix) && (expires || movesTo.length > 0),
  );
  if (concerned.length === 0) return pass("no lifecycle rule deletes or moves objects");
  const list = concerned.map(({ id, prefix, expires, movesTo }) => {
    const does = [...(expires ? ["deletes"] : []), ...movesTo.map((each) => `moves to ${each}`)];
    return `${id === "" ? "unnamed" : id} (${prefix}*) ${does.join(", ")}`;
  });
  return warn(
    `lifecycle rules apply to what arrives: ${list.join("; ")}`,
    "objects are as old as their arrival at OSS; what a rule fetches may be as old as at the source",
  );
}
