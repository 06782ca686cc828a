import { array, assert, boolean, constantFrom, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { SortedKeys } from "../../../local/store/sorted-keys.ts";

const shortKey = string({ unit: constantFrom("a", "b", "/", "\u00ff"), maxLength: 4 });

describe("sorted keys", () => {
  test("hold what was added and not deleted, in order, from any key on", () => {
    const changes = array(record({ add: boolean(), key: shortKey }), { maxLength: 300 });
    assert(
      property(changes, shortKey, (changes, first) => {
        const keys = new SortedKeys();
        const expected = new Set<string>();
        for (const { add, key } of changes) {
          if (add) keys.add(key);
          else keys.delete(key);
          if (add) expected.add(key);
          else expected.delete(key);
        }
        expect([...keys.from(first)]).toEqual([...expected].sort().filter((key) => key >= first));
      }),
    );
  });

  test("stay in order over many blocks, whatever the order of arrival", () => {
    const keys = new SortedKeys();
    const numbers = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 20_000);
    const names = numbers.map((number) => String(number).padStart(6, "0"));
    for (const name of names) keys.add(name);
    for (const name of names) if (Number(name) % 3 === 0) keys.delete(name);
    const expected = names.filter((name) => Number(name) % 3 !== 0).sort();
    expect([...keys.from("")]).toEqual(expected);
    expect([...keys.from("010000")]).toEqual(expected.filter((name) => name >= "010000"));
  });
});
