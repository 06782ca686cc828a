import { describe, expect, it } from "vitest";
import { type SourcePreset, type SourceService, sourceServiceOf } from "../../core/source-service.ts";

describe("the service at the source", () => {
  it.for<[SourcePreset, string, Partial<SourceService>]>([
    ["qiniu", "cn-east-1", { endpoint: "https://s3.cn-east-1.qiniucs.com", pathStyle: true, listVersion: 2 }],
    ["bos", "bj", { endpoint: "https://s3.bj.bcebos.com", pathStyle: false, signingRegion: "bj" }],
    [
      "ks3",
      "cn-beijing",
      { endpoint: "https://ks3-cn-beijing.ksyuncs.com", pathStyle: false, signingRegion: "BEIJING" },
    ],
    ["cos", "ap-guangzhou", { endpoint: "https://cos.ap-guangzhou.myqcloud.com", pathStyle: false }],
    [
      "youpai",
      "any",
      { endpoint: "https://s3.api.upyun.com", pathStyle: true, signingRegion: "us-east-1", listVersion: 1 },
    ],
  ])("of %s in %s has its own endpoint and ways, and ETags that say nothing", ([preset, region, service]) => {
    expect(sourceServiceOf({ kind: "s3", preset, region })).toMatchObject({ ...service, etag: "opaque" });
  });

  it("follows what is said against the preset, and signs for the region given with an endpoint", () => {
    const said = { endpoint: "http://127.0.0.1:9", pathStyle: false, etag: "md5" } as const;
    expect(sourceServiceOf({ kind: "s3", preset: "youpai", region: "r", ...said })).toMatchObject({
      ...said,
      signingRegion: "r",
      listVersion: 1,
    });
  });

  it("is AWS where nothing is said", () => {
    expect(sourceServiceOf({ region: "ap-northeast-1" })).toEqual({
      endpoint: "https://s3.ap-northeast-1.amazonaws.com",
      signingRegion: "ap-northeast-1",
      pathStyle: false,
      etag: "md5",
      listVersion: 2,
      encodesListings: true,
      listsRestoreStatus: true,
    });
    const china = sourceServiceOf({ region: "cn-north-1" });
    expect(china.endpoint).toBe("https://s3.cn-north-1.amazonaws.com.cn");
  });

  it("is trusted to list which objects are restored when it is AWS by any name, and else not", () => {
    const lists = (endpoint: string): boolean =>
      sourceServiceOf({ region: "r", endpoint }).listsRestoreStatus;
    expect(lists("https://bucket.vpce-1a2b3c.s3.eu-west-1.vpce.amazonaws.com")).toBe(true);
    expect(lists("https://s3.cn-north-1.amazonaws.com.cn:443/")).toBe(true);
    expect(lists("https://amazonaws.com.example.org")).toBe(false);
    expect(lists("https://minio.example.com")).toBe(false);
    expect(sourceServiceOf({ preset: "cos", region: "r" }).listsRestoreStatus).toBe(false);
  });

  it("is reached in public when it is OSS, unless the network of its own region is there", () => {
    const settings = { kind: "oss", region: "oss-cn-shanghai" } as const;
    expect(sourceServiceOf(settings).endpoint).toBe("https://oss-cn-shanghai.aliyuncs.com");
    const inside = sourceServiceOf(settings, "internal");
    expect(inside).toMatchObject({ endpoint: "https://oss-cn-shanghai-internal.aliyuncs.com", etag: "md5" });
  });
});
