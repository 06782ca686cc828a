import { describe, expect, test } from "vitest";
import { fenceState, fenceStatement, withFence, withoutFence } from "../../../cli/cutover/write-fence.ts";

const SOURCE = {
  bucket: "photos",
  region: "ap-northeast-1",
  srcPrefix: "2026/",
  exceptions: ["arn:aws:iam::1:role/a", "arn:aws:iam::1:role/b"],
};
const FENCE = fenceStatement(SOURCE);
const READERS = {
  Sid: "Readers",
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::photos/*",
};

describe("the fence", () => {
  test("denies what writes and deletes below the prefix, in the partition of the region", () => {
    expect(FENCE).toMatchObject({
      Effect: "Deny",
      Principal: "*",
      Action: expect.arrayContaining(["s3:PutObject", "s3:DeleteObject"]),
      Resource: "arn:aws:s3:::photos/2026/*",
      Condition: { ArnNotLike: { "aws:PrincipalArn": SOURCE.exceptions } },
    });
    const inChina = fenceStatement({ ...SOURCE, region: "cn-north-1", exceptions: [] });
    expect(inChina).toMatchObject({ Resource: "arn:aws-cn:s3:::photos/2026/*" });
    expect(inChina).not.toHaveProperty("Condition");
  });

  test("is added to a policy, and taken out of it again, without a change to anything else", () => {
    for (const before of [
      undefined,
      JSON.stringify({ Version: "2008-10-17", Id: "mine", Statement: [READERS] }),
      JSON.stringify({ Version: "2012-10-17", Statement: [READERS, { ...READERS, Sid: "More" }] }),
    ]) {
      const after = withFence(before, FENCE);
      expect(fenceState(after, FENCE)).toBe("present");
      expect(withoutFence(after)).toBe(before);
    }
    const single = JSON.stringify({ Statement: READERS });
    expect(JSON.parse(withoutFence(withFence(single, FENCE)) ?? "")).toEqual({ Statement: [READERS] });
  });

  test("replaces an older fence of itself, and is no second one", () => {
    const older = withFence(undefined, fenceStatement({ ...SOURCE, exceptions: [] }));
    expect(fenceState(older, FENCE)).toBe("different");
    expect(withFence(withFence(older, FENCE), FENCE)).toBe(withFence(undefined, FENCE));
  });

  test("is known again as S3 gives it back: lists in another order, everybody as AWS", () => {
    const given = {
      ...FENCE,
      Principal: { AWS: "*" },
      Action: (FENCE["Action"] as string[]).toReversed(),
    };
    expect(fenceState(JSON.stringify({ Statement: [given] }), FENCE)).toBe("present");
  });

  test("is not added to what is no policy, nor to one that would grow too large", () => {
    expect(() => withFence("{}", FENCE)).toThrow(expect.objectContaining({ code: "POLICY_UNREADABLE" }));
    expect(() => withFence("no JSON", FENCE)).toThrow(expect.objectContaining({ code: "POLICY_UNREADABLE" }));
    const large = JSON.stringify({ Statement: [{ ...READERS, Resource: "x".repeat(20_400) }] });
    expect(() => withFence(large, FENCE)).toThrow(expect.objectContaining({ code: "POLICY_TOO_LARGE" }));
  });

  test("a policy without it is given back untouched", () => {
    const text = `{ "Statement": [${JSON.stringify(READERS)}] }`;
    expect(withoutFence(text)).toBe(text);
    expect(withoutFence(undefined)).toBeUndefined();
  });
});
