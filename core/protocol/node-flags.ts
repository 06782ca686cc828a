/**
 * Flags of the Node that runs a worker. Buffers of object bytes lie outside the heap, so the young generation
 * grows far beyond what it is good for: a bound on it saves 50 to 100 MB at no cost that `npm run bench` could see.
 */
export const WORKER_NODE_FLAGS: readonly string[] = ["--max-semi-space-size=16"];
