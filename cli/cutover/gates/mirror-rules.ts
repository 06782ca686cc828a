import { counted, formatBytes, formatCount, formatDuration } from "../../format.ts";
import { fail, pass, warn } from "../../checks/finding.ts";
import { overlap } from "../../checks/lifecycle.ts";
import { asksTheSource, coveringRule } from "../covering-rule.ts";
import type { Gate } from "../gate.ts";

/** The back-to-source rules are there, and cover what was migrated. */
export const mirrorRules: Gate = {
  name: "mirror rules",
  async ask({ job, mirrorRules: ask }) {
    const { destPrefix } = job.spec;
    const rules = await ask();
    const rule = coveringRule(rules, job.spec);
    if (rule === undefined) {
      const what = destPrefix === "" ? "every key" : `every key below ${destPrefix}`;
      return fail(`no back-to-source rule covers ${what}`, "deploy cutover, then check again");
    }
    const before = rules.filter(
      (other) => other.number < rule.number && overlap(other.prefix, destPrefix) && other !== rule,
    );
    const says = `rule ${rule.number} fetches what is missing from ${rule.url}${rule.signs ? ", signed" : ""}`;
    if (before.length > 0) {
      const numbers = before.map(({ number }) => number).join(", ");
      return warn(
        `${says}, but rule ${numbers} comes first for some keys`,
        "look at the rules in the console",
      );
    }
    if (!rule.stores) {
      return warn(
        `${says}, but does not keep it`,
        "each reader fetches it again; take MirrorProxyPass off the rule",
      );
    }
    return asksTheSource(rule, job.spec)
      ? pass(says)
      : warn(
          `${says}, which is not the source bucket's own address and prefix`,
          "make sure that it leads to the same objects; a canary proves it",
        );
  },
};

/** H7: an application that asks by HEAD, or lists, may not find what is still missing. */
export const headAndList: Gate = {
  name: "head and list",
  async ask({ job, mirrorRules: ask }) {
    const rule = coveringRule(await ask(), job.spec);
    if (rule === undefined) return undefined;
    return rule.allowsHead
      ? pass("HEAD is answered from the source, too; LIST is incomplete until the final delta is done")
      : warn(
          "HEAD is 404 for what is still missing, and LIST is incomplete until the final delta is done",
          "allow HEAD in the rule, or see to it that the application relies on neither",
        );
  },
};

/** H3: the rules bring back what the application deletes. */
export const deletes: Gate = {
  name: "deletes",
  async ask({ job, mirrorRules: ask }) {
    const rule = coveringRule(await ask(), job.spec);
    if (rule === undefined) return undefined;
    return warn(
      "what the application deletes at OSS comes back with the next GET while the rules are on",
      "delete it at the source, too, or take the rules off as soon as the final delta is done",
    );
  },
};

/** "Mirroring-based back-to-origin": for each account, in the mainland and elsewhere. */
const MAINLAND = { requests: 2_000, gbit: 2 };
const ELSEWHERE = { requests: 1_000, gbit: 1 };

/** The rules may be busy this long with what is missing before readers will notice. */
const BUSY_MS = 60_000;

/** H9: what is still missing must not be more than the rules can fetch. */
export const mirrorLimits: Gate = {
  name: "mirror limits",
  async ask({ job, summary, lateWriters }) {
    if (summary === undefined) return undefined;
    const { region } = job.spec.destination;
    const isMainland = /^(?:oss-)?cn-(?!hongkong)/u.test(region);
    const { requests, gbit } = isMainland ? MAINLAND : ELSEWHERE;
    const { tally } = summary;
    // As many as in the last round is the best guess for what changes until the switch.
    const late = await lateWriters();
    const objects = tally.outcomes.failed + (late?.objects ?? tally.outcomes.copied);
    const bytes = late?.bytes ?? tally.copiedBytes;
    const busyMs = Math.max((objects / requests) * 1000, (bytes * 8 * 1000) / (gbit * 1e9));
    const says =
      `about ${counted(objects, "object")} of ${formatBytes(bytes)} may be missing; at the rules' limit of ` +
      `${formatCount(requests)} requests/s and ${gbit} Gbit/s that is ${formatDuration(busyMs)}`;
    return busyMs <= BUSY_MS
      ? pass(says)
      : warn(
          `${says}, and readers beyond it get 424`,
          "run another delta, so that less is left for the rules",
        );
  },
};
