import type { Prices } from "../config/estimate-schema.ts";
import type { Requests } from "./count-requests.ts";

/** One thing that is paid for. */
export interface Cost {
  readonly what: string;
  readonly quantity: number;
  readonly unit: string;
  /** The setting with its price. */
  readonly setting: string;
  readonly price: number | undefined;
  /** Absent without a price. */
  readonly amount: number | undefined;
}

type PriceName = Exclude<keyof Prices, "currency">;

/** What a migration is billed for, quantities first: a price that nobody set is missing, never guessed. */
export function priceCosts(
  prices: Prices,
  instanceHours: number,
  volumeBytes: number,
  requests: Requests | undefined,
): readonly Cost[] {
  const cost = (name: PriceName, what: string, quantity: number, unit: string): Cost => {
    const price = prices[name];
    const amount = price === undefined ? undefined : quantity * price;
    return { what, quantity, unit, setting: `prices.${name}`, price, amount };
  };
  const tenThousand = "× 10,000";
  return [
    cost("instanceHour", "instances", instanceHours, "instance-hours"),
    cost("sourceEgressGB", "traffic out of the source", volumeBytes / 1e9, "GB"),
    ...(requests === undefined
      ? []
      : [
          cost("sourceGets10000", "GETs at the source", requests.sourceGets / 10_000, tenThousand),
          cost("sourceLists10000", "LISTs at the source", requests.sourceLists / 10_000, tenThousand),
          cost("ossPuts10000", "PUTs at OSS", requests.ossPuts / 10_000, tenThousand),
        ]),
  ];
}
