import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html, Markup, sentence } from "../../../cli/report/html/markup.ts";
import { formatPowerOfTwo, timeTicks, valueTicks } from "../../../cli/report/html/scales.ts";

describe("html", () => {
  it("lets no text be markup, in a text or in an attribute", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "a", "/", " ", "=") }),
        (text) => {
          const { html: page } = html`<p title="${text}">${text}</p>`;
          const [, inAttribute = "", inText = ""] = /^<p title="([^"]*)">([^<]*)<\/p>$/u.exec(page) ?? [];
          const decoded = (escaped: string): string =>
            escaped
              .replaceAll("&lt;", "<")
              .replaceAll("&gt;", ">")
              .replaceAll("&quot;", '"')
              .replaceAll("&#39;", "'")
              .replaceAll("&amp;", "&");
          expect([decoded(inAttribute), decoded(inText)]).toEqual([text, text]);
        },
      ),
    );
  });

  it("takes markup, lists and nothing at all as they are", () => {
    const item = html`<i>&amp;</i>`;
    expect(html`<b>${["<", 1, undefined, [item]]}</b>`.html).toBe("<b>&lt;1<i>&amp;</i></b>");
  });

  it("makes code of what stands between backticks in a sentence of ours", () => {
    expect(sentence("Run `a <b>` now.")).toEqual(new Markup("Run <code>a &lt;b&gt;</code> now."));
  });
});

describe("the axes of a chart", () => {
  it("reach the highest figure in a few round steps", () => {
    expect(valueTicks(100)).toEqual([0, 25, 50, 75, 100]);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e15, noNaN: true }), (highest) => {
        const ticks = valueTicks(highest);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
    expect(valueTicks(0).length).toBeGreaterThan(1);
  });

  it("have at most six round times between two times, however far apart", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: 1_000, max: 1e11 }),
        (fromMs, spanMs) => {
          const ticks = timeTicks(fromMs, fromMs + spanMs);
          expect(ticks.length).toBeLessThanOrEqual(6);
          expect(ticks.every(({ atMs }) => atMs >= fromMs && atMs <= fromMs + spanMs)).toBe(true);
        },
      ),
    );
    expect(timeTicks(0, 3_600_000).map(({ label }) => label)).toContain("00:15");
  });

  it("have sizes in binary units", () => {
    expect([0, 1, 512, 1024, 2 ** 26, 2 ** 40].map(formatPowerOfTwo)).toEqual([
      "0 B",
      "1 B",
      "512 B",
      "1 KiB",
      "64 MiB",
      "1 TiB",
    ]);
  });
});
