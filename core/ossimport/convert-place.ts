import { convertSource, ossRegion } from "./convert-source.ts";
import type { Draft } from "./draft.ts";
import { given, type Job, needed } from "./job.ts";
import type { Parameter } from "./read-parameters.ts";

/** Where from, where to, and what that takes which OssImport had no word for. */
export function convertPlace(job: Job): void {
  const type = needed(job, "srcType", "the kind of store that the objects are in");
  if (type === undefined || !convertSource(type, job)) return;
  convertPrefixes(type, job);
  const destination = needed(job, "destBucket", "the bucket to copy to");
  const domain = needed(job, "destDomain", "the endpoint of the destination's region");
  const region = domain === undefined ? undefined : ossRegion(domain, job.draft);
  if (destination === undefined || region === undefined) return;
  const { draft } = job;
  draft.set("region", region, "destDomain");
  draft.set("destination.bucket", destination.value, "destBucket");
  draft.set("destination.existing", true, "as OssImport needed it");
  addFleet(region, destination.value, draft);
}

function addFleet(region: string, bucket: string, draft: Draft): void {
  const control = `${bucket.slice(0, 57)}-ferry`;
  draft.set("control.bucket", control, "CHOOSE: the name of a new bucket for the state of the jobs");
  draft.set("network.new.zones", [`${region}-b`], "CHOOSE: zones that have the instance type");
  draft.set("instances.type", "ecs.c7.large", "CHOOSE: 2 vCPUs and 4 GiB, as OssImport wants");
  draft.set("instances.image", "aliyun_3_x64_20G_alibase_20260615.vhd", "CHOOSE: an image of the region");
  draft.set("instances.bandwidth.eipBandwidth", 200, "CHOOSE: Mbit/s of each instance");
}

function convertPrefixes(type: Parameter, job: Job): void {
  const { draft } = job;
  const source = given(job, "srcPrefix");
  if (source !== undefined) {
    // OssImport's way of writing them for COS; no key begins with it.
    const isCos = type.value === "cos" && source.value.startsWith("/");
    const prefix = isCos ? source.value.slice(1) : source.value;
    draft.set("srcPrefix", prefix, isCos ? "srcPrefix, without its first /" : "srcPrefix");
  }
  const destination = given(job, "destPrefix");
  if (destination === undefined) return;
  if (/^[/\\]/u.test(destination.value)) {
    draft.refuse(destination, "must not begin with / or \\, as OSS refuses such keys");
  } else {
    draft.set("destPrefix", destination.value, "destPrefix");
  }
}
