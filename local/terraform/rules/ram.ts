import {
  atLeastOne,
  between,
  isJson,
  length,
  matches,
  maxBytes,
  oneOf,
  type ResourceRules,
  sameJson,
} from "./checks.ts";

const POLICY_BYTES = 6144;
const attachment = (who: string): ResourceRules => ({
  forceNew: ["policy_name", "policy_type", who],
  checks: [oneOf("policy_type", ["System", "Custom"])],
});

export const ramRules: Readonly<Record<string, ResourceRules>> = {
  alicloud_ram_user: {
    checks: [
      matches("name", /^[\w.@-]{1,64}$/u, "1 to 64 letters, digits, '.', '_', '-' or '@'"),
      length("comments", 0, 128),
    ],
  },
  alicloud_ram_access_key: {
    forceNew: ["user_name", "pgp_key"],
    cannotBeImported: true,
    checks: [
      oneOf("status", ["Active", "Inactive"]),
      matches(
        "pgp_key",
        /^(keybase:[a-z0-9_]+|(?:[A-Za-z0-9+/\s]{4})*[A-Za-z0-9+/=\s]*)$/u,
        "must be a Base64 public key without armour, or keybase:<user>",
      ),
    ],
  },
  alicloud_ram_policy: {
    forceNew: ["policy_name"],
    suppress: { policy_document: sameJson },
    recomputed: { policy_document: ["default_version", "version_id"] },
    checks: [
      atLeastOne("policy_name"),
      atLeastOne("policy_document"),
      matches("policy_name", /^[A-Za-z0-9-]{1,128}$/u, "1 to 128 letters, digits or '-'"),
      isJson("policy_document"),
      maxBytes("policy_document", POLICY_BYTES),
      oneOf("rotate_strategy", ["None", "DeleteOldestNonDefaultVersionWhenLimitExceeded"]),
      length("description", 0, 1024),
    ],
  },
  alicloud_ram_role: {
    forceNew: ["role_name"],
    suppress: { assume_role_policy_document: sameJson },
    checks: [
      atLeastOne("role_name"),
      atLeastOne("assume_role_policy_document"),
      matches("role_name", /^[A-Za-z0-9.-]{1,64}$/u, "1 to 64 letters, digits, '.' or '-'"),
      isJson("assume_role_policy_document"),
      between("max_session_duration", 3600, 43_200),
    ],
  },
  alicloud_ram_user_policy_attachment: attachment("user_name"),
  alicloud_ram_role_policy_attachment: attachment("role_name"),
};
