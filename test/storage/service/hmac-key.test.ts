import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HmacKey } from "../../../storage/service/hmac-key.ts";

describe("an HMAC key", () => {
  it("signs as Node's HMAC does, text after text, whatever their lengths", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.array(fc.string({ unit: "grapheme", maxLength: 1_500 }), { maxLength: 5 }),
        (bytes, texts) => {
          const key = new HmacKey(bytes);
          for (const text of texts) {
            expect(key.sign(text)).toBe(createHmac("sha256", bytes).update(text, "utf8").digest("hex"));
          }
        },
      ),
    );
  });

  it("of more than a block is refused", () => {
    expect(() => new HmacKey(Buffer.alloc(65))).toThrow(RangeError);
  });
});
