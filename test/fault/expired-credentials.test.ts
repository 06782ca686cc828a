import { describeDisturbances, claimPlainly, getPlainly, putPlainly } from "../support/disturbances.ts";
import { CONTROL, DESTINATION, SOURCE } from "../support/ferry-world.ts";

const EXPIRED = { kind: "expired-credentials" } as const;

// What follows when nobody replaces them is in test/cli, and how a role's are replaced in test/e2e.
describeDisturbances([
  {
    what: "keys of the source are refused as expired now and then",
    match: { bucket: SOURCE, operation: "GetObject" },
    fault: EXPIRED,
    when: { probability: 0.1 },
    plainly: getPlainly,
    damage: { saw: 400, isRight: false },
  },
  {
    what: "keys of the destination are refused as expired now and then",
    match: { bucket: DESTINATION, operation: "PutObject" },
    fault: EXPIRED,
    when: { probability: 0.1 },
    plainly: putPlainly,
    damage: { saw: 403, stored: "nothing" },
  },
  {
    what: "keys of the control bucket are refused as expired twice",
    match: { bucket: CONTROL, operation: "PutObject" },
    fault: EXPIRED,
    when: { times: 2 },
    plainly: claimPlainly,
    damage: [403],
  },
]);
