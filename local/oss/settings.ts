import { type Attributes, blocksOf } from "../account/attributes.ts";
import type { Answer, Exchange, ServiceError } from "../http/exchange.ts";
import { requestDocument } from "../http/receive.ts";
import type { Bucket } from "../store/bucket.ts";
import { bucketOf, type OssContext } from "./context.ts";
import { ossErrors } from "./errors.ts";
import { lifecycleFromXml, lifecycleToXml } from "./lifecycle-document.ts";
import { objectionTo } from "./mirror/rules.ts";
import { websiteFromXml, websiteToXml } from "./mirror/website-document.ts";
import { objectionToOverwriteRules, overwriteRulesFromXml, overwriteRulesToXml } from "./overwrite-rules.ts";

/** A setting of a bucket that is one XML document. Putting it replaces the whole of it. */
interface Setting {
  /** Undefined when the document is none. */
  fromXml(document: Buffer): Attributes | undefined;
  toXml(value: Attributes): string;
  /** Why the service would refuse it. */
  objectionTo(value: Attributes, bucket: Bucket): string | undefined;
  read(bucket: Bucket): Attributes | undefined;
  /** Undefined takes it away. */
  write(bucket: Bucket, value: Attributes | undefined): void;
  none(): ServiceError;
}

interface SettingOperations {
  readonly get: (context: OssContext, exchange: Exchange) => Answer;
  readonly put: (context: OssContext, exchange: Exchange) => Promise<Answer>;
  readonly remove: (context: OssContext, exchange: Exchange) => Answer;
}

export const website: SettingOperations = operationsOf({
  fromXml: websiteFromXml,
  toXml: websiteToXml,
  objectionTo,
  ...keptAs("website"),
  none: ossErrors.noSuchWebsiteConfiguration,
});

export const overwriteConfig: SettingOperations = operationsOf({
  fromXml: overwriteRulesFromXml,
  toXml: overwriteRulesToXml,
  objectionTo: objectionToOverwriteRules,
  ...keptAs("overwriteConfig"),
  none: ossErrors.noSuchOverwriteConfig,
});

/** Rules are kept and told, and never carried out. */
export const lifecycle: SettingOperations = operationsOf({
  fromXml: lifecycleFromXml,
  toXml: lifecycleToXml,
  objectionTo: () => undefined,
  read: ({ settings }) => {
    const rules = blocksOf(Object.fromEntries(settings), "lifecycle_rule");
    return rules.length === 0 ? undefined : { lifecycle_rule: rules };
  },
  write: ({ settings }, value) => {
    settings.set("lifecycle_rule", value?.["lifecycle_rule"] ?? []);
  },
  none: ossErrors.noSuchLifecycle,
});

function operationsOf(setting: Setting): SettingOperations {
  return {
    get: (context, exchange) => {
      const value = setting.read(bucketOf(context, exchange));
      if (value === undefined) throw setting.none();
      return { status: 200, headers: { "content-type": "application/xml" }, body: setting.toXml(value) };
    },
    put: async (context, exchange) => {
      const bucket = bucketOf(context, exchange);
      const value = setting.fromXml(await requestDocument(exchange));
      if (value === undefined) throw ossErrors.malformedXml();
      const objection = setting.objectionTo(value, bucket);
      if (objection !== undefined) throw ossErrors.invalidArgument(objection);
      setting.write(bucket, value);
      return { status: 200, headers: {} };
    },
    remove: (context, exchange) => {
      setting.write(bucketOf(context, exchange), undefined);
      return { status: 204, headers: {} };
    },
  };
}

function keptAs(name: string): Pick<Setting, "read" | "write"> {
  return {
    read: ({ settings }) => settings.get(name) as Attributes | undefined,
    write: ({ settings }, value) => {
      if (value === undefined) settings.delete(name);
      else settings.set(name, value);
    },
  };
}
