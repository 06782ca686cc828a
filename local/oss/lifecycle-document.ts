import type { Attributes } from "../account/attributes.ts";
import { parseXml, xmlDocument } from "../http/xml.ts";
import { fields, settingsFromXml, settingsToXml, type Shape } from "./setting-document.ts";

const ACCESS_TIME = fields("boolean", "is_access_time", "return_to_std_when_visit");
const NONCURRENT_DAYS: Shape = { days: { xml: "NoncurrentDays", kind: "number" } };

const RULE: Shape = {
  id: { xml: "ID", kind: "text" },
  ...fields("text", "prefix"),
  enabled: { xml: "Status", kind: "status" },
  tags: { xml: "Tag", kind: "tags" },
  filter: {
    xml: "Filter",
    kind: "blocks",
    shape: {
      ...fields("number", "object_size_greater_than", "object_size_less_than"),
      not: {
        xml: "Not",
        kind: "blocks",
        shape: {
          ...fields("text", "prefix"),
          tag: { xml: "Tag", kind: "blocks", shape: fields("text", "key", "value") },
        },
      },
    },
  },
  expiration: {
    xml: "Expiration",
    kind: "blocks",
    shape: {
      ...fields("number", "days"),
      ...fields("text", "date", "created_before_date"),
      ...fields("boolean", "expired_object_delete_marker"),
    },
  },
  abort_multipart_upload: {
    xml: "AbortMultipartUpload",
    kind: "blocks",
    shape: { ...fields("number", "days"), ...fields("text", "created_before_date") },
  },
  transitions: {
    xml: "Transition",
    kind: "blocks",
    shape: {
      ...fields("number", "days"),
      ...fields("text", "created_before_date", "storage_class"),
      ...ACCESS_TIME,
    },
  },
  noncurrent_version_expiration: {
    xml: "NoncurrentVersionExpiration",
    kind: "blocks",
    shape: NONCURRENT_DAYS,
  },
  noncurrent_version_transition: {
    xml: "NoncurrentVersionTransition",
    kind: "blocks",
    shape: { ...NONCURRENT_DAYS, ...fields("text", "storage_class"), ...ACCESS_TIME },
  },
};

/** "PutBucketLifecycle" of the API reference, under the names of the bucket resource's `lifecycle_rule`. */
const LIFECYCLE: Shape = { lifecycle_rule: { xml: "Rule", kind: "blocks", shape: RULE } };

/** A bucket's lifecycle rules, or undefined when the document is none or has none. */
export function lifecycleFromXml(document: Buffer): Attributes | undefined {
  const root = parseXml(document);
  if (root?.name !== "LifecycleConfiguration") return undefined;
  const lifecycle = settingsFromXml(root, LIFECYCLE);
  return "lifecycle_rule" in lifecycle ? lifecycle : undefined;
}

export function lifecycleToXml(lifecycle: Attributes): string {
  return xmlDocument("LifecycleConfiguration", settingsToXml(lifecycle, LIFECYCLE));
}
