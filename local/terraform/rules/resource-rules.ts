import type { ResourceRules } from "./checks.ts";
import { ecsRules } from "./ecs.ts";
import { networkRules } from "./network.ts";
import { ossRules } from "./oss.ts";
import { ramRules } from "./ram.ts";

const RULES: Readonly<Record<string, ResourceRules>> = {
  ...networkRules,
  ...ramRules,
  ...ecsRules,
  ...ossRules,
};

/** What the real provider does beyond its schema. */
export function rulesOf(type: string): ResourceRules {
  return RULES[type] ?? {};
}
