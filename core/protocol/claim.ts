import { z } from "zod";

/**
 * `claims/<partitionId>/<epoch>` — who holds the partition in this epoch. Written create-only: among any number
 * of racing workers one wins. Epoch n+1 may only be claimed once the holder of n is dead. Never changes, never
 * deleted: a lease ends by its holder's death or its completion marker, not by unlocking.
 */
export const claimSchema = z.strictObject({
  partitionId: z.string(),
  epoch: z.int().min(1),
  workerId: z.string(),
  /** Unique to this attempt; tells a worker whose answer was lost whether the claim it finds is its own. */
  nonce: z.string(),
});

export type Claim = z.infer<typeof claimSchema>;
