/** Whether somebody can be put forward for an award, by what is known of the two. */
import { and, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm';

import type { Tx } from '#db/database.ts';
import { people } from '#db/schema/accounts.ts';
import { nominations } from '#db/schema/recognition.ts';

import { awardNamed } from './award.server.ts';
import { type Refusal, refusalOf, WITHDRAWN_COUNTS } from './nomination.ts';

type Put = { id: string; byId: string; award: string; personId: string };

/** What holds a place for one award and person while that is open. */
export const ongoingKey = ({ award, personId }: Pick<Put, 'award' | 'personId'>) => `${award} ${personId}`;

/** Whether somebody's account is open. */
export const isHere = async (tx: Tx, personId: string): Promise<boolean> =>
  (await tx.$count(people, and(eq(people.id, personId), isNull(people.deactivatedAt)))) > 0;

/** Why somebody cannot be put forward by these now, this nomination itself apart; null when they can. */
export async function refusalFor(tx: Tx, put: Put, now: number): Promise<Refusal | null> {
  return refusalOf({
    award: await awardNamed(put.award),
    isOneself: put.personId === put.byId,
    isHere: await isHere(tx, put.personId),
    others: await othersFor(tx, put),
    open: await openOf(tx, put, now),
    now,
  });
}

/** Those withdrawn lately count, so that nobody asks about everybody in turn, or has organisers told again and again. */
const openOf = (tx: Tx, { byId, id }: Put, now: number) =>
  tx.$count(
    nominations,
    and(
      eq(nominations.byId, byId),
      ne(nominations.id, id),
      or(
        eq(nominations.state, 'open'),
        and(eq(nominations.state, 'withdrawn'), gt(nominations.decidedAt, now - WITHDRAWN_COUNTS)),
      ),
    ),
  );

const othersFor = (tx: Tx, { award, personId, id }: Put) =>
  tx
    .select({ state: nominations.state, decidedAt: nominations.decidedAt })
    .from(nominations)
    .where(
      and(
        eq(nominations.personId, personId),
        eq(nominations.award, award),
        ne(nominations.id, id),
        inArray(nominations.state, ['open', 'given']),
      ),
    );
