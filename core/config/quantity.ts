import { z } from "zod";

const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  PB: 1e15,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
  PiB: 2 ** 50,
};

const AMOUNT = /^(\d+(?:\.\d+)?) ?([KMGTP]i?B|B)$/u;

/** A size with its unit, such as `500 TB` or `1 GiB`, read as bytes. */
export const sizeText = z
  .string()
  .regex(AMOUNT, "must be a number with a unit, for instance 500 TB or 1 GiB")
  .transform((text) => {
    const [, amount = "0", unit = "B"] = AMOUNT.exec(text) ?? [];
    return Math.round(Number(amount) * (UNITS[unit] ?? 1));
  });
