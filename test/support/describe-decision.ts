import type { Decision, Settlement, WriteCondition } from "../../core/merge/row.ts";

/** A decision in a few words, for tables. */
export function describeDecision(decision: Decision | undefined): string {
  switch (decision?.kind) {
    case undefined:
      return "none of the job's";
    case "settle":
      return describeSettlement(decision);
    case "copy":
      return `copy if ${describeCondition(decision.condition)}`;
    case "compare": {
      const { same, different } = decision;
      return `compare: ${describeDecision(same)}, else ${describeDecision(different)}`;
    }
    case "adopt":
    case "remove":
      return decision.kind;
  }
}

function describeSettlement({ outcome, code, destinationEtag }: Settlement): string {
  return `${outcome} ${code}${destinationEtag === undefined ? "" : ", ours"}`;
}

function describeCondition(condition: WriteCondition): string {
  return condition.kind === "any" ? "anything" : condition.kind;
}
