import { expect, test } from "vitest";
import { interleave } from "../../../bench/measure/interleave.ts";

test("every contender runs once per round, and the rounds take turns in who begins", async () => {
  const order: string[] = [];
  const contender = (name: string) => (): Promise<string> => {
    order.push(name);
    return Promise.resolve(`${name}${order.length}`);
  };

  const results = await interleave(3, [contender("a"), contender("b")]);

  expect(order).toEqual(["a", "b", "b", "a", "a", "b"]);
  expect(results).toEqual([
    ["a1", "a4", "a5"],
    ["b2", "b3", "b6"],
  ]);
});
