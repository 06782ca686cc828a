import { describe, expect, it } from "vitest";
import { z } from "zod";
import { decodeJson, encodeJson, parseJson } from "../../../core/protocol/codec.ts";

const schema = z.strictObject({ cut: z.string(), inner: z.strictObject({ count: z.int() }) });

describe("control objects", () => {
  it("come back as they were written, lone bytes in keys included", () => {
    const value = { cut: "a\uDCFF", inner: { count: 1 } };
    expect(decodeJson(schema, "k", encodeJson(value))).toEqual(value);
  });

  it.for([
    ["not json", "it is not JSON"],
    ['{"cut":"a","inner":{"count":"1"}}', "inner.count: "],
    ['{"cut":"a","inner":{"count":1},"more":1}', "more"],
  ] as const)("that hold %s are refused with their key and what is wrong", ([text, problem]) => {
    const body = Buffer.from(text);
    expect(() => decodeJson(schema, "jobs/j/job.json", body)).toThrow(
      expect.objectContaining({ code: "CONTROL_OBJECT_UNREADABLE" }),
    );
    expect(() => decodeJson(schema, "jobs/j/job.json", body)).toThrow(
      /^jobs\/j\/job\.json .*start a new job id$/u,
    );
    expect(parseJson(schema, body)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem) as string,
    });
  });
});
