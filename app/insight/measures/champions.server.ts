import { and, countDistinct, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

import { peopleCell } from '../cell.ts';
import type { Measure } from '../measure.ts';
import { endOf } from '../span.ts';
import { wasAtWork, wasServing } from './serving.server.ts';

/** How many people serve as champions. */
export const champions: Measure = {
  key: 'champions',
  name: 'Active champions',
  definition:
    'How many people served a squad at work as its champion at the month’s end; of the running month, now. Who serves two squads counts once.',
  cannotTell: 'What they do, and how much of it. More is not better where nobody gives them time.',
  about: 'state',
  version: 1,
  shown: ['all'],
  drawn: ['all'],
  aims: () => [],
  async count(span, now) {
    const end = endOf(span, now);
    const [row] = await db.read
      .select({ people: countDistinct(enrolments.personId) })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .innerJoin(squads, eq(squads.id, enrolments.squadId))
      .where(and(wasServing(end), wasAtWork(end)));
    return [peopleCell({ key: 'all', words: 'Active champions' }, row!.people)];
  },
};
