/** What is new of how somebody was recognised, for their own start page. */
import { and, desc, eq, gt, isNull, ne, notExists, type SQL, sql } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { grants, showings, squadGoals, thanks } from '#db/schema/recognition.ts';
import { squadMembers } from '#db/schema/squads.ts';

import { goalCardOf } from './goal-page.server.ts';
import { progressWords } from './goal.ts';
import { seasonsAt } from './goals.server.ts';
import { grantStands } from './grants-standing.server.ts';
import { recognisedAs } from './recognised-words.server.ts';

const NEWS_FOR = 14 * 86_400_000;
const MOST = 3;

type Line = { to: string; words: string };

const notShown = (personId: string, kind: SQL, subject: SQL) =>
  notExists(
    db.read
      .select({ id: showings.id })
      .from(showings)
      .where(
        and(
          eq(showings.personId, personId),
          isNull(showings.until),
          sql`${showings.kind} = ${kind}`,
          sql`${showings.subject} = ${subject}`,
        ),
      ),
  );

/** Thanks, awards and achievements of the last two weeks that somebody has not put on the wall: a few, the newest first. */
export async function newlyRecognised({ id }: { id: string }, now: number): Promise<Line[]> {
  const since = now - NEWS_FOR;
  const thanked = await db.read
    .select({ id: thanks.id, from: people.name })
    .from(thanks)
    .innerJoin(people, and(eq(people.id, thanks.fromId), isNull(people.deactivatedAt)))
    .where(
      and(
        eq(thanks.toId, id),
        isNull(thanks.withdrawnAt),
        gt(thanks.givenAt, since),
        notShown(id, sql`'thanks'`, sql`${thanks.id}`),
      ),
    )
    .orderBy(desc(thanks.givenAt), desc(thanks.id))
    .limit(MOST);
  const given = await db.read
    .select({ gives: grants.gives, what: grants.what })
    .from(grants)
    .where(
      and(
        eq(grants.personId, id),
        ne(grants.gives, 'points'),
        gt(grants.at, since),
        grantStands,
        notShown(id, sql`${grants.gives}`, sql`${grants.what}`),
      ),
    )
    .orderBy(desc(grants.at), desc(grants.id))
    .limit(MOST);
  const once = new Map(given.map((one) => [`${one.gives} ${one.what}`, one]));
  const named = await Promise.all(
    [...once.values()].map(({ gives, what }) =>
      recognisedAs(gives === 'award' ? 'award' : 'achievement', what),
    ),
  );
  return [
    ...thanked.map((one) => ({ to: paths.thanks(one.id), words: `${one.from} thanks you` })),
    ...named.map(({ name }) => ({ to: paths.ownRecognition(), words: name })),
  ];
}

/** How the squads of somebody do that have set themselves a goal for this season, where a number may be shown. */
export async function goalsAtHome(viewer: Viewer, now: number): Promise<Line[]> {
  const { season } = await seasonsAt(now);
  const squads = await db.read
    .selectDistinct({ id: squadGoals.squadId })
    .from(squadGoals)
    .innerJoin(squadMembers, and(eq(squadMembers.squadId, squadGoals.squadId), isNull(squadMembers.leftAt)))
    .where(and(eq(squadMembers.personId, viewer.id), eq(squadGoals.season, season)))
    .limit(MOST);
  const cards = await Promise.all(squads.map(({ id }) => goalCardOf(viewer, id, now)));
  return cards.flatMap((card) => {
    const figures = card?.goal.figures;
    if (!card || !figures || figures.target === null) return [];
    const { id, name } = card.squad;
    return [{ to: paths.squadGoal(id), words: `${name}: ${progressWords(figures.points, figures.target)}` }];
  });
}
