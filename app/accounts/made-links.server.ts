import type { Tx } from '#db/database.ts';

import { audit } from './audit.server.ts';
import { type GivenRole, may, type Permission } from './permissions.ts';
import { type Purpose, withdrawTokensMadeBy } from './tokens.server.ts';
import type { Viewer } from './viewer.ts';

/** What somebody must be allowed so that their links of a kind stand. */
const needed = [
  ['invitation', 'invite-people'],
  ['password-reset', 'reset-passwords'],
] as const satisfies readonly (readonly [Purpose, Permission])[];

/**
 * Withdraws what somebody made and could no longer make, in the transaction that takes it from them: else they come
 * back by a link of their own. `roles` are those left to them, null where they leave.
 */
export async function withdrawLinksMadeBy(
  tx: Tx,
  by: Viewer,
  maker: { id: string; roles: readonly GivenRole[] | null },
  now: number,
): Promise<void> {
  for (const [purpose, permission] of needed) {
    if (maker.roles && may({ roles: maker.roles }, permission)) continue;
    for (const { personId, email } of await withdrawTokensMadeBy(tx, purpose, maker.id, now)) {
      await audit(
        tx,
        purpose === 'invitation'
          ? { event: 'invitation-withdrawn', actorId: by.id, details: { email: email ?? '' }, at: now }
          : { event: 'reset-link-withdrawn', actorId: by.id, subjectId: personId ?? undefined, at: now },
      );
    }
  }
}
