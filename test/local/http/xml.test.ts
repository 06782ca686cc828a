import { describe, expect, test } from "vitest";
import { childrenOf, childText, element, parseXml } from "../../../local/http/xml.ts";
import { keyOf } from "../../../local/store/keys.ts";

const keyIn = (content: string): string | undefined =>
  childText(parseXml(Buffer.from(`<Object><Key>${content}</Key></Object>`)), "Key");

describe("XML", () => {
  test("texts come out as bytes, spaces and all, with references resolved once", () => {
    expect(keyIn(" a &amp;amp; b ")).toBe(" a &amp; b ");
    expect(keyIn("&#x4e2d;é&#13;&#x9;")).toBe(keyOf("中é\r\t"));
    expect(keyIn("<![CDATA[a<b]]>")).toBe("a<b");
  });

  test("a reference to a character that XML forbids makes the document malformed", () => {
    for (const forbidden of ["&#1;", "&#x1f;", "&#x0b;", "&#0;", "&#31;"])
      expect(keyIn(forbidden)).toBeUndefined();
    for (const allowed of ["&#9;", "&#10;", "&#xd;", "&#32;", "&#x20;"])
      expect(keyIn(allowed)).toHaveLength(1);
  });

  test("10,000 parts with quoted ETags are one document", () => {
    const part = (number: number): string =>
      `<Part><PartNumber>${number}</PartNumber><ETag>&quot;x&quot;</ETag></Part>`;
    const parts = Array.from({ length: 10_000 }, (_, index) => part(index + 1)).join("");
    expect(childrenOf(parseXml(Buffer.from(`<Parts>${parts}</Parts>`)), "Part")).toHaveLength(10_000);
  });

  test("what is no XML is nothing", () => {
    for (const text of ["", "plain", "<open>", "<a></b>"])
      expect(parseXml(Buffer.from(text))).toBeUndefined();
  });

  test("bytes go in as they are but for markup and control characters", () => {
    expect(element("Key", '<&>"\u0001\t\n\r\u00ff')).toBe(
      "<Key>&lt;&amp;&gt;&quot;&#x1;\t\n&#xd;\u00ff</Key>",
    );
  });
});
