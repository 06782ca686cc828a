/**
 * Faults by script. A rule says which requests it is about, which of those it hits, and what happens to them.
 * Rules are plain JSON, so that other processes can set them over the admin endpoint.
 */

/** What happens to a request. Faults of several rules that hit the same request add up. */
export type Fault =
  /** Answered with this error; nothing is done. `qosDelayMs` is sent as `x-oss-qos-delay-time`. */
  | {
      readonly kind: "error";
      readonly status: number;
      readonly code: string;
      readonly message?: string;
      readonly qosDelayMs?: number;
    }
  /** The connection is reset before anything is done. */
  | { readonly kind: "reset-before" }
  /** Everything is done, then the connection is reset instead of an answer. */
  | { readonly kind: "reset-after" }
  /** The body of the answer ends after so many bytes (default: half of it) and the connection closes. */
  | { readonly kind: "truncate-response"; readonly afterBytes?: number }
  /** One bit of the body of the answer is wrong; the length is right. */
  | { readonly kind: "corrupt-response" }
  /** One bit of the body of the request arrives wrong. */
  | { readonly kind: "corrupt-request" }
  /** Silence for `ms`, before the answer, or after so many bytes of its body. */
  | { readonly kind: "stall"; readonly ms: number; readonly afterBytes?: number }
  /** Bodies pass, in both directions, at this rate. */
  | { readonly kind: "trickle"; readonly bytesPerSecond: number }
  /** The request waits for `ms` before it is looked at. */
  | { readonly kind: "latency"; readonly ms: number }
  /** A listing's page without any entry that says there is more, and goes on where it was asked to begin. */
  | { readonly kind: "empty-page" }
  /** A listing's page with at most this many entries. */
  | { readonly kind: "short-page"; readonly maxKeys: number }
  /** A listing as of `ageMs` ago. */
  | { readonly kind: "stale-list"; readonly ageMs: number }
  /** OSS only: `x-oss-forbid-overwrite` has no effect, as behind a gateway that drops it. */
  | { readonly kind: "forget-create-only" }
  /** The credentials are refused as expired. */
  | { readonly kind: "expired-credentials" };

/** Which requests a rule is about; what is absent matches everything. */
export interface FaultMatch {
  readonly service?: "oss" | "s3";
  readonly method?: string;
  readonly bucket?: string;
  /** A regular expression over the key as text. */
  readonly key?: string;
  /** As the service's documentation names it: `PutObject`, `ListObjectsV2`, `UploadPart`. */
  readonly operation?: string;
  /** The access key id the request is signed with. */
  readonly client?: string;
}

export interface FaultRule {
  readonly match: FaultMatch;
  readonly fault: Fault;
  /** Hits only the n-th matching request, counted from 1. */
  readonly nth?: number;
  /** Hits at most so many requests. */
  readonly times?: number;
  /** Hits this share of the matching requests, drawn from `seed` (default 1). */
  readonly probability?: number;
  readonly seed?: number;
}

/** What a rule sees of a request. */
export interface FaultSubject {
  readonly service: "oss" | "s3";
  readonly method: string;
  readonly bucket: string | undefined;
  readonly key: string | undefined;
  readonly operation: string;
  readonly client: string | undefined;
}

interface ActiveRule {
  readonly id: number;
  readonly rule: FaultRule;
  readonly key: RegExp | undefined;
  readonly random: () => number;
  matched: number;
  hit: number;
}

/** The rules in force. */
export class Faults {
  #rules: ActiveRule[] = [];
  #nextId = 1;

  /** Puts a rule into force and returns its id. */
  add(rule: FaultRule): number {
    const id = this.#nextId++;
    this.#rules.push({
      id,
      rule,
      key: rule.match.key === undefined ? undefined : new RegExp(rule.match.key, "u"),
      random: seededRandom(rule.seed ?? 1),
      matched: 0,
      hit: 0,
    });
    return id;
  }

  remove(id: number): void {
    this.#rules = this.#rules.filter((active) => active.id !== id);
  }

  clear(): void {
    this.#rules = [];
  }

  /** The rules with how often each matched and hit. */
  list(): readonly { id: number; rule: FaultRule; matched: number; hit: number }[] {
    return this.#rules.map(({ id, rule, matched, hit }) => ({ id, rule, matched, hit }));
  }

  /** The faults that befall this request, and counts it. */
  befall(subject: FaultSubject): readonly Fault[] {
    if (this.#rules.length === 0) return [];
    return this.#rules.filter((active) => hits(active, subject)).map((active) => active.rule.fault);
  }
}

/** The first of these faults that is of that kind. */
export function faultOf<Kind extends Fault["kind"]>(
  faults: readonly Fault[],
  kind: Kind,
): Extract<Fault, { kind: Kind }> | undefined {
  return faults.find((fault): fault is Extract<Fault, { kind: Kind }> => fault.kind === kind);
}

function hits(active: ActiveRule, subject: FaultSubject): boolean {
  const { match, nth, times, probability } = active.rule;
  const matches =
    (match.service ?? subject.service) === subject.service &&
    (match.method ?? subject.method) === subject.method &&
    (match.bucket ?? subject.bucket) === subject.bucket &&
    (match.operation ?? subject.operation) === subject.operation &&
    (match.client ?? subject.client) === subject.client &&
    (active.key === undefined || (subject.key !== undefined && active.key.test(subject.key)));
  if (!matches) return false;
  active.matched++;
  if (nth !== undefined && active.matched !== nth) return false;
  if (times !== undefined && active.hit >= times) return false;
  if (probability !== undefined && active.random() >= probability) return false;
  active.hit++;
  return true;
}

/** Mulberry32: small, and the same numbers for the same seed everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
