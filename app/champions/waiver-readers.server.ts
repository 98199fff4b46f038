import { and, eq, isNull } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squadMembers, squadRoles } from '#db/schema/squads.ts';

/** Whether somebody reads why a squad is let off: organisers, and whoever belongs to the squad or answers for it. */
export async function mayReadReasons(viewer: Viewer, squadId: string, now: number): Promise<boolean> {
  if (may(viewer, 'arrange-coverage')) return true;
  const [member, roles, enrolled] = await Promise.all([
    db.read.$count(
      squadMembers,
      and(
        eq(squadMembers.squadId, squadId),
        eq(squadMembers.personId, viewer.id),
        isNull(squadMembers.leftAt),
      ),
    ),
    db.read
      .select({ endsAt: squadRoles.endsAt })
      .from(squadRoles)
      .where(
        and(
          eq(squadRoles.personId, viewer.id),
          eq(squadRoles.squadId, squadId),
          isNull(squadRoles.renouncedAt),
        ),
      ),
    db.read.$count(
      enrolments,
      and(
        eq(enrolments.squadId, squadId),
        eq(enrolments.personId, viewer.id),
        eq(enrolments.state, 'active'),
      ),
    ),
  ]);
  return member > 0 || enrolled > 0 || roles.some(({ endsAt }) => endsAt === null || endsAt > now);
}
