/**
 * Flags of the Node that runs a worker. Both save memory at no cost that `npm run bench` could see:
 *
 * - buffers of object bytes lie outside the heap, so the young generation would grow far beyond what it is good for:
 *   50 to 100 MB
 * - records of completed partitions would pile up until the heap is several times what is in use: after 80,000 objects
 *   of 64 KiB, 256 in flight, a worker had 350 MB without and 280 MB with it. At 50 a delta costs a fifth more CPU
 */
export const WORKER_NODE_FLAGS: readonly string[] = [
  "--max-semi-space-size=16",
  "--heap-growing-percent=100",
];
