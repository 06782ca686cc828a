import type { WriteCondition } from "../../core/merge/row.ts";
import type { ListedObject } from "../../core/object.ts";
import type { StoredObject } from "../../storage/ports.ts";
import type { OpenUpload } from "./upload-session.ts";
import { ObjectTrial } from "./object-trial.ts";
import type { ObjectRun } from "./transfer-context.ts";

/** An object that the destination now holds, verified. */
export interface CopiedObject extends StoredObject {
  /** Metadata that was left out, by name. */
  readonly dropped: readonly string[];
}

/** The state of one object's copy over its attempts and passes. */
export class CopyAttempt {
  readonly run: ObjectRun;
  readonly destinationKey: string;
  /** The version being copied: as listed, or as found when it had changed since. */
  version: ListedObject;
  trial: ObjectTrial;
  /** A multipart upload that was begun and is neither completed nor aborted. */
  upload: OpenUpload | undefined;
  /** Whether bytes were found that the source disowns; from then on nothing is stored before it has been checked. */
  distrusted = false;
  /** Whether the source was asked to restore the object. */
  restoreAsked = false;
  /** What the attempts so far may have left at the destination, for the record of an object that is not copied. */
  leftBehind: string | undefined;
  /** CRC-64 of what the destination may hold as our doing, by writes whose answers were lost. */
  readonly unconfirmed = new Set<bigint>();
  /** What must be true of the destination for this object to be written. */
  condition: WriteCondition;
  /** Whether it has been found out that the object is to be copied. */
  mustCopy = false;
  /** ETag of a copy of ours at the destination that failed verification, or is of a version that the source has no more. */
  leftBehindEtag: string | undefined;
  /** Whether what is copied takes the place of a mirrored copy of the same content, whose metadata was lost. */
  repairs = false;
  #failuresOfFirstPass = 0;

  constructor(listed: ListedObject, destinationKey: string, condition: WriteCondition, run: ObjectRun) {
    this.run = run;
    this.destinationKey = destinationKey;
    this.version = listed;
    this.condition = condition;
    this.trial = new ObjectTrial(run.context, listed.key);
  }

  /** How many attempts failed, in both passes. */
  get failures(): number {
    return this.#failuresOfFirstPass + this.trial.failures;
  }

  /** Notes that the destination stored, as `etag`, what must not stay; nothing else than that is overwritten next. */
  storedBadly(etag: string): void {
    this.leftBehind = "the destination may hold a bad copy";
    this.leftBehindEtag = etag;
    if (this.condition.kind !== "any") this.condition = { kind: "unchanged", etag };
  }

  /** Gives the object all its attempts, anew in the second pass. */
  beginPass(): void {
    this.#failuresOfFirstPass += this.trial.failures;
    this.trial = new ObjectTrial(this.run.context, this.version.key);
  }
}
