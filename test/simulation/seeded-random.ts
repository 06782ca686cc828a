import type { Random } from "../../core/clock.ts";

const WARM_UP_ROUNDS = 15;

/**
 * Random numbers that a seed repeats (sfc32). Its state is wide enough that the streams of a thousand seeds do not
 * run into each other, as those of a generator with 32 bits do: ids drawn from them must not repeat.
 */
export function seededRandom(seed: number): Random {
  let a = 0;
  let b = seed | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return (mixed >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round++) next();
  return next;
}
