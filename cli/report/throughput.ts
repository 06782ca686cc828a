/** What was done in the `widthMs` from `fromMs` on. */
export interface ThroughputPoint {
  readonly fromMs: number;
  readonly copiedBytes: number;
  readonly objects: number;
}

export interface Throughput {
  readonly widthMs: number;
  /** One after the other, without gaps. */
  readonly points: readonly ThroughputPoint[];
  /** Partitions whose completion marker does not say when they were worked on. */
  readonly untimedPartitions: number;
}

const FINEST_MS = 1_000;
const MOST_POINTS = 240;

/**
 * Work over time, in memory that does not grow: whenever it would take more than 240 points, each two of them become
 * one. What a partition did counts evenly over the time that it was worked on.
 */
export class ThroughputOverTime {
  #widthMs = FINEST_MS;
  #points = new Map<number, { copiedBytes: number; objects: number }>();
  #first = Infinity;
  #last = -Infinity;
  #untimed = 0;

  add(work: {
    readonly startedAtMs?: number | undefined;
    readonly completedAtMs?: number | undefined;
    readonly copiedBytes: number;
    readonly objects: number;
  }): void {
    const { startedAtMs, completedAtMs } = work;
    if (startedAtMs === undefined || completedAtMs === undefined) {
      this.#untimed++;
      return;
    }
    // A clock that was set back meanwhile.
    const fromMs = Math.min(startedAtMs, completedAtMs);
    this.#makeRoom(fromMs, completedAtMs);
    const lengthMs = completedAtMs - fromMs;
    for (let index = this.#indexOf(fromMs); index <= this.#indexOf(completedAtMs); index++) {
      const overlapMs =
        Math.min(completedAtMs, (index + 1) * this.#widthMs) - Math.max(fromMs, index * this.#widthMs);
      const share = lengthMs === 0 ? 1 : overlapMs / lengthMs;
      this.#addTo(index, work.copiedBytes * share, work.objects * share);
    }
  }

  result(): Throughput {
    const count = this.#points.size === 0 ? 0 : this.#last - this.#first + 1;
    const points = Array.from({ length: count }, (_, offset) => {
      const index = this.#first + offset;
      const { copiedBytes, objects } = this.#points.get(index) ?? { copiedBytes: 0, objects: 0 };
      return { fromMs: index * this.#widthMs, copiedBytes, objects };
    });
    return { widthMs: this.#widthMs, points, untimedPartitions: this.#untimed };
  }

  #indexOf(ms: number): number {
    return Math.floor(ms / this.#widthMs);
  }

  #addTo(index: number, copiedBytes: number, objects: number): void {
    const point = this.#points.get(index) ?? { copiedBytes: 0, objects: 0 };
    point.copiedBytes += copiedBytes;
    point.objects += objects;
    this.#points.set(index, point);
    this.#first = Math.min(this.#first, index);
    this.#last = Math.max(this.#last, index);
  }

  #makeRoom(fromMs: number, untilMs: number): void {
    const isTooWide = (): boolean =>
      Math.max(this.#last, this.#indexOf(untilMs)) - Math.min(this.#first, this.#indexOf(fromMs)) >=
      MOST_POINTS;
    while (isTooWide()) {
      const finer = this.#points;
      this.#points = new Map();
      this.#widthMs *= 2;
      this.#first = Infinity;
      this.#last = -Infinity;
      for (const [index, { copiedBytes, objects }] of finer) {
        this.#addTo(Math.floor(index / 2), copiedBytes, objects);
      }
    }
  }
}
