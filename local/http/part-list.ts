import { childrenOf, childText, parseXml } from "./xml.ts";

export interface NamedPart {
  readonly number: number;
  readonly etag: string;
}

/** The parts that a `CompleteMultipartUpload` document names; undefined when it is not one, or names none. */
export function partsNamedIn(document: Buffer): readonly NamedPart[] | undefined {
  const root = parseXml(document);
  const parts = childrenOf(root, "Part").map((part) => ({
    number: Number(childText(part, "PartNumber")),
    etag: (childText(part, "ETag") ?? "").trim().replaceAll('"', ""),
  }));
  return root?.name === "CompleteMultipartUpload" && parts.length > 0 ? parts : undefined;
}

export function inAscendingOrder(parts: readonly NamedPart[]): boolean {
  return parts.every((part, index) => part.number > (parts[index - 1]?.number ?? 0));
}
