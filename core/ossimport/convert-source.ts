import { closestName } from "../closest-name.ts";
import type { Draft } from "./draft.ts";
import { given, type Job, needed } from "./job.ts";
import type { Parameter } from "./read-parameters.ts";

/** The parameters that say where the objects of one type of source are. */
interface Source {
  readonly bucket: Parameter;
  readonly job: Job;
  readonly draft: Draft;
}

type Convert = (source: Source) => void;

/** Source types of OssImport that oss-ferry copies from. */
const SOURCES: Readonly<Record<string, Convert>> = {
  s3: fromAws,
  oss: fromOss,
  qiniu: fromQiniu,
  bos: fromBos,
  ks3: fromKs3,
  cos: fromCos,
  youpai: fromYoupai,
};

/** Source types of OssImport that it does not copy from, and what does. */
const REFUSED: Readonly<Record<string, string>> = {
  local:
    "is not converted: instances have no files of yours; upload them with ossutil cp -r -u --snapshot-path",
  http: "is not converted: oss-ferry copies what a bucket lists, and a list of addresses has no bucket; use Data Online Migration",
  azure: "is not converted: Azure Blob does not speak S3; use Data Online Migration",
};

/** Writes `source` for the type; false when there is none, and the draft says why. */
export function convertSource(type: Parameter, job: Job): boolean {
  const { draft } = job;
  const convert = Object.hasOwn(SOURCES, type.value) ? SOURCES[type.value] : undefined;
  if (convert === undefined) {
    draft.refuse(type, whyNot(type.value));
    return false;
  }
  draft.set("source.kind", type.value === "oss" ? "oss" : "s3", "srcType");
  const bucket = needed(job, "srcBucket", "the bucket to copy from");
  if (bucket === undefined) return true;
  convert({ bucket, job, draft });
  const appId = given(job, "appId");
  if (type.value !== "cos" && appId !== undefined) draft.note("appId", "only for srcType=cos");
  return true;
}

function whyNot(type: string): string {
  if (Object.hasOwn(REFUSED, type)) return `${type} ${REFUSED[type]}`;
  const meant = closestName(type, [...Object.keys(SOURCES), ...Object.keys(REFUSED)], 2);
  const known = `those are ${Object.keys(SOURCES).join(", ")}`;
  return `must be a source type of OssImport; ${meant === undefined ? known : `did you mean ${meant}?`}`;
}

function fromAws({ bucket, job, draft }: Source): void {
  draft.set("source.bucket", bucket.value, "srcBucket");
  const domain = needed(job, "srcDomain", "the endpoint of the source's region");
  if (domain === undefined) return;
  const region = /^s3(?:[.-](?:dualstack\.)?([a-z0-9-]+))?\.amazonaws\.com(?:\.cn)?$/u.exec(hostOf(domain));
  if (region === null) {
    draft.refuse(
      domain,
      "must be an endpoint of S3 with its region, for instance http://s3.ap-northeast-1.amazonaws.com",
    );
    return;
  }
  draft.set("source.region", region[1] ?? "us-east-1", "srcDomain");
}

function fromOss({ bucket, job, draft }: Source): void {
  draft.set("source.bucket", bucket.value, "srcBucket");
  const domain = needed(job, "srcDomain", "the endpoint of the source's region");
  const region = domain === undefined ? undefined : ossRegion(domain, draft);
  if (region !== undefined) draft.set("source.region", region, "srcDomain");
}

/** OssImport reads through a domain of the bucket, which says nothing of the region. */
function fromQiniu({ bucket, job, draft }: Source): void {
  draft.set("source.preset", "qiniu", "srcType");
  draft.set(
    "source.bucket",
    bucket.value,
    "srcBucket; CHOOSE: its name in the S3 protocol, shown in Qiniu's console",
  );
  draft.set("source.region", "cn-east-1", "CHOOSE: the region of the bucket, which srcDomain does not tell");
  noteOwnProtocol(job);
}

function fromBos({ bucket, job, draft }: Source): void {
  draft.set("source.preset", "bos", "srcType");
  draft.set("source.bucket", bucket.value, "srcBucket");
  const domain = needed(job, "srcDomain", "the endpoint of the source's region");
  if (domain === undefined) return;
  const [, region] = /^(?:s3\.)?([a-z]+)\.bcebos\.com$/u.exec(hostOf(domain)) ?? [];
  if (region === undefined) {
    draft.refuse(domain, "must be the endpoint of a region of BOS, for instance http://bj.bcebos.com");
    return;
  }
  draft.set("source.region", region, "srcDomain");
}

/** `kss.ksyun.com` is the oldest address, of Hangzhou. */
function fromKs3({ bucket, job, draft }: Source): void {
  draft.set("source.preset", "ks3", "srcType");
  draft.set("source.bucket", bucket.value, "srcBucket");
  const domain = needed(job, "srcDomain", "the endpoint of the source's region");
  if (domain === undefined) return;
  const host = hostOf(domain);
  const [, named] = /^ks3-([a-z]+-[a-z0-9-]+?)(?:-internal)?\.ksyun(?:cs)?\.com$/u.exec(host) ?? [];
  const region = host === "kss.ksyun.com" ? "cn-hangzhou" : named;
  if (region === undefined) {
    draft.refuse(
      domain,
      "must be the endpoint of a region of KS3, for instance http://ks3-cn-beijing.ksyun.com",
    );
    return;
  }
  draft.set("source.region", region, "srcDomain");
}

/** Regions as COS named them up to its fourth version. */
const COS_REGIONS: Readonly<Record<string, string>> = {
  gz: "ap-guangzhou",
  tj: "ap-beijing-1",
  bj: "ap-beijing",
  sh: "ap-shanghai",
  cd: "ap-chengdu",
  hk: "ap-hongkong",
  sgp: "ap-singapore",
  ca: "na-toronto",
  ger: "eu-frankfurt",
};

/** In the S3 protocol the name of a bucket ends with the account's number. */
function fromCos({ bucket, job, draft }: Source): void {
  draft.set("source.preset", "cos", "srcType");
  const appId = given(job, "appId")?.value ?? "0";
  const suffix = appId === "0" || bucket.value.endsWith(`-${appId}`) ? "" : `-${appId}`;
  const remark = suffix === "" ? "srcBucket; must end with -appId" : "srcBucket and appId";
  draft.set("source.bucket", `${bucket.value}${suffix}`, remark);
  const domain = needed(job, "srcDomain", "the bucket's region, for instance gz");
  if (domain === undefined) return;
  const region = COS_REGIONS[domain.value] ?? domain.value;
  if (!/^[a-z]{2}-[a-z0-9-]+$/u.test(region)) {
    draft.refuse(domain, `must be a region of COS, for instance ${Object.keys(COS_REGIONS).join(", ")}`);
    return;
  }
  draft.set("source.region", region, "srcDomain");
}

/** The operator and password that OssImport uses open its own protocol, not the S3 one. */
function fromYoupai({ bucket, job, draft }: Source): void {
  draft.set("source.preset", "youpai", "srcType");
  draft.set("source.bucket", bucket.value, "srcBucket");
  draft.set(
    "source.region",
    "us-east-1",
    "UPYUN has no regions; its S3 keys are others than operator and password",
  );
  noteOwnProtocol(job);
}

function noteOwnProtocol(job: Job): void {
  if (given(job, "srcDomain") === undefined) return;
  job.draft.note(
    "srcDomain",
    "no counterpart: an address of the vendor's own protocol; oss-ferry speaks S3 with it",
  );
}

/** The region that an endpoint of OSS names; undefined when it names none, and the draft says so. */
export function ossRegion(domain: Parameter, draft: Draft): string | undefined {
  const [, region] =
    /^(?:vpc100-)?oss-([a-z]{2}(?:-[a-z0-9]+)+?)(?:-internal)?\.aliyuncs\.com$/u.exec(hostOf(domain)) ?? [];
  if (region === undefined) {
    const example = "for instance http://oss-cn-hongkong.aliyuncs.com";
    draft.refuse(domain, `must be the endpoint of a region, without the bucket, ${example}`);
  }
  return region;
}

/** The host alone, whatever scheme, user, port or path stands around it; empty when there is none. */
function hostOf({ value }: Parameter): string {
  const text = value.includes("://") ? value : `http://${value}`;
  return URL.canParse(text) ? new URL(text).hostname : "";
}
