import { describe, expect, it } from "vitest";
import { compareListed } from "../../../core/merge/same-content.ts";
import { VERSIONS } from "../../support/any-rows.ts";

const { v1, ours, theirs, opaque } = VERSIONS;

describe("compareListed", () => {
  it.for([
    ["sizes that differ prove a difference", v1, theirs, "md5", "different"],
    ["equal MD5s prove the same content, in either letter case", v1, ours, "md5", "same"],
    [
      "MD5s that differ prove nothing: either may be of something encrypted",
      v1,
      { ...theirs, sizeBytes: 5 },
      "md5",
      "unknown",
    ],
    ["an ETag of parts proves nothing", v1, opaque, "md5", "unknown"],
    ["the ETags of two uploads in parts prove nothing, be they equal", opaque, opaque, "md5", "unknown"],
    ["where the source's ETags are opaque, equal ones prove nothing", v1, ours, "opaque", "unknown"],
    [
      "nothing is the same as nothing",
      { ...v1, sizeBytes: 0 },
      { ...opaque, sizeBytes: 0 },
      "opaque",
      "same",
    ],
  ] as const)("%s", ([, source, destination, sourceEtag, result]) => {
    expect(compareListed(source, destination, sourceEtag)).toBe(result);
  });
});
