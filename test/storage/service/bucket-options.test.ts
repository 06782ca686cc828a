import { describe, expect, it } from "vitest";
import { bucketAddress } from "../../../storage/service/bucket-options.ts";

describe("the address of a bucket", () => {
  it.each([
    ["https://oss-cn-hongkong.aliyuncs.com", "https://b.oss-cn-hongkong.aliyuncs.com", "/"],
    ["oss-cn-hongkong-internal.aliyuncs.com", "https://b.oss-cn-hongkong-internal.aliyuncs.com", "/"],
    ["http://minio.example.com:9000", "http://b.minio.example.com:9000", "/"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080", "/b/"],
    ["http://[::1]:8080", "http://[::1]:8080", "/b/"],
    ["http://localhost:8080", "http://localhost:8080", "/b/"],
  ])("at %s is %s with %s before the key", (endpoint, origin, basePath) => {
    expect(bucketAddress(endpoint, "b")).toEqual({ origin, basePath });
  });

  it("is in the path where the caller says so", () => {
    const address = { origin: "https://minio.example.com", basePath: "/b/" };
    expect(bucketAddress("https://minio.example.com", "b", true)).toEqual(address);
  });

  it("cannot be made of what is no URL", () => {
    expect(() => bucketAddress("https://", "b")).toThrow(TypeError);
  });
});
