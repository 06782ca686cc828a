const MAINLAND_HUBS: ReadonlySet<string> = new Set([
  "cn-hangzhou",
  "cn-shanghai",
  "cn-beijing",
  "cn-shenzhen",
  "cn-zhangjiakou",
]);
const SMALL: ReadonlySet<string> = new Set(["ap-northeast-2", "ap-southeast-7", "cn-wuhan-lr"]);

/**
 * How many Mbit/s OSS takes of uploads per account in a region unless more was agreed on, as its documentation had
 * it in December 2025. It did not show Hong Kong, which is reckoned like other regions outside the mainland.
 */
export function documentedOssUploadMbit(region: string): number {
  if (MAINLAND_HUBS.has(region) || region === "ap-southeast-1") return 20_000;
  if (SMALL.has(region)) return 2_000;
  return region.startsWith("cn-") && region !== "cn-hongkong" ? 10_000 : 5_000;
}
