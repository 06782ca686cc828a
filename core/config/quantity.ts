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

const SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3_600, d: 86_400 };

const SPAN = /^(\d+) ?(s|min|h|d)$/u;

/** A time with its unit, such as `90 min` or `1 h`, read as seconds. */
export const durationText = z
  .string()
  .regex(SPAN, "must be a whole number with a unit, for instance 90 min or 1 h (s, min, h, d)")
  .transform((text) => {
    const [, amount = "0", unit = "s"] = SPAN.exec(text) ?? [];
    return Number(amount) * (SECONDS[unit] ?? 1);
  })
  .refine((seconds) => seconds >= 1, "must be at least 1 s");

/** A size with its unit, such as `500 TB` or `1 GiB`, read as bytes. */
export const sizeText = z
  .string()
  .regex(AMOUNT, "must be a number with a unit, for instance 500 TB or 1 GiB")
  .transform((text) => {
    const [, amount = "0", unit = "B"] = AMOUNT.exec(text) ?? [];
    return Math.round(Number(amount) * (UNITS[unit] ?? 1));
  });

/** Bounds of a worker's `maxBytesInFlight`, for people. */
export const BYTES_IN_FLIGHT = "from 8 MiB to 2 GiB";

/**
 * Holds a size to these bounds: room for a few streams, and no more than one WebAssembly memory can hold, which is
 * where CRC-64 finds the bytes.
 */
export function bytesInFlight(size: z.ZodType<number, string>): z.ZodType<number, string> {
  return size.refine((bytes) => bytes >= 8 * 2 ** 20 && bytes <= 2 * 2 ** 30, `must be ${BYTES_IN_FLIGHT}`);
}
