import type { Fault } from "../../local/faults.ts";
import {
  claimPlainly,
  describeDisturbances,
  getPlainly,
  listPlainly,
  putPlainly,
} from "../support/disturbances.ts";
import { CONTROL, DESTINATION, SOURCE } from "../support/ferry-world.ts";

const SLOW_DOWN: Fault = { kind: "error", status: 503, code: "SlowDown", message: "Please slow down." };
const BUSY: Fault = { kind: "error", status: 503, code: "ServiceUnavailable", qosDelayMs: 50 };
const BROKEN: Fault = { kind: "error", status: 500, code: "InternalError" };

describeDisturbances([
  {
    what: "objects of the source are throttled",
    match: { bucket: SOURCE, operation: "GetObject" },
    fault: SLOW_DOWN,
    when: { probability: 0.2 },
    plainly: getPlainly,
    damage: { saw: 503, isRight: false },
  },
  {
    what: "listings of the source are throttled",
    match: { bucket: SOURCE, operation: "ListObjectsV2" },
    fault: SLOW_DOWN,
    when: { probability: 0.5 },
    plainly: listPlainly,
    damage: { saw: 503, keys: 0 },
  },
  {
    what: "the destination asks for a delay",
    match: { bucket: DESTINATION, operation: "PutObject" },
    fault: BUSY,
    when: { probability: 0.2 },
    plainly: putPlainly,
    damage: { saw: 503, stored: "nothing" },
  },
  {
    what: "the destination has internal errors",
    match: { bucket: DESTINATION },
    fault: BROKEN,
    when: { probability: 0.2 },
    plainly: putPlainly,
    damage: { saw: 500, stored: "nothing" },
  },
  {
    what: "the control bucket is throttled",
    match: { bucket: CONTROL },
    fault: SLOW_DOWN,
    when: { probability: 0.2 },
    plainly: claimPlainly,
    damage: [503],
  },
]);
