const PARTS_BITS = 3;

/** The eight equal parts of an IPv4 range. */
export function subnetsOf(cidr: string): readonly string[] {
  const [address = "", length = ""] = cidr.split("/");
  const bits = Number(length) + PARTS_BITS;
  const first = address.split(".").reduce((value, octet) => value * 256 + Number(octet), 0);
  const size = 2 ** (32 - bits);
  const start = first - (first % (size * 2 ** PARTS_BITS));
  return Array.from({ length: 2 ** PARTS_BITS }, (_, index) => `${dotted(start + index * size)}/${bits}`);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}
