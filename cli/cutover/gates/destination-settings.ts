import { fail, pass, warn } from "../../checks/finding.ts";
import { lifecycleFinding, overlap } from "../../checks/lifecycle.ts";
import type { Gate } from "../gate.ts";

/** OSS mirrors into no bucket that is or was versioned, and ignores create-only writes there. */
export const versioning: Gate = {
  name: "versioning",
  async ask({ buckets, mirrorRules }, signal) {
    const state = await buckets.destinationConfiguration.versioning(signal);
    if (state === "never") return pass("the destination never was versioned");
    const says = `versioning of the destination is ${state}: OSS then ignores create-only writes, so the final delta could overwrite the application's`;
    const hasRules = (await mirrorRules().catch(() => [])).length > 0;
    return hasRules
      ? fail(`${says}, and does not mirror`, "migrate into a bucket that never was versioned")
      : warn(
          says,
          "migrate into a bucket that never was versioned, or pause writes until the final delta is done",
        );
  },
};

/** H12: lifecycle rules apply to what arrives, too. */
export const lifecycle: Gate = {
  name: "lifecycle",
  async ask({ job, buckets }, signal) {
    return lifecycleFinding(
      await buckets.destinationConfiguration.lifecycleRules(signal),
      job.spec.destPrefix,
    );
  },
};

/** H1: OSS itself can refuse that the fleet overwrites what the application has written. */
export const overwriteProtection: Gate = {
  name: "protection",
  async ask({ job, buckets }, signal) {
    const { destPrefix } = job.spec;
    const rules = (await buckets.destinationConfiguration.overwriteRules(signal)).filter(({ prefix }) =>
      overlap(prefix, destPrefix),
    );
    const forAll = rules.find(({ principals }) => principals.length === 0 || principals.includes("*"));
    if (forAll !== undefined) {
      return fail(
        `overwrite rule ${forAll.id} is about everybody: the application could not overwrite anything`,
        "name the fleets' roles in it",
      );
    }
    const whole = rules.some(
      ({ prefix, suffix, principals }) =>
        suffix === "" &&
        destPrefix.startsWith(prefix) &&
        principals.some((principal) => principal.includes(":assumed-role/")),
    );
    return whole
      ? pass("OSS refuses that the fleets which its rule names overwrite")
      : warn(
          "OSS does not refuse that any fleet overwrites; the workers' own look before each write remains",
          "cutover.protectFromFleet in migration.yaml",
        );
  },
};
