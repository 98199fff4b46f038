import { db } from '#db/database.server.ts';

/** Whether a size or an address that was deleted may still be in the files: of what went before, this process does not know. */
let owes = true;

/** Says that something was deleted that is to be gone from the files too. */
export const scrubSoon = () => void (owes = true);

/** Sizes and addresses that were deleted since the last time are gone from the files, as far as the engine lets them. */
export async function scrubAddresses(): Promise<void> {
  // Inside of a transaction it would wait for the end of that one.
  if (!owes || db.isWriting) return;
  owes = false;
  try {
    await db.scrub('reward_requests');
  } catch (error) {
    owes = true;
    throw error;
  }
}
