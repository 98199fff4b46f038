import { and, countDistinct, eq, inArray, isNull, sql } from 'drizzle-orm';

import { FEWEST } from '#app/accounts/fewest.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { beltStandings } from '#db/schema/belts.ts';

import { fewCell, isTellable, peopleCell, shareOfPeopleCell } from '../cell.ts';
import type { Cell, Measure } from '../measure.ts';

const isDue = sql<string>`case when ${inArray(beltStandings.state, ['due', 'grace'])} then ${beltStandings.personId} end`;

/** Belts that are held, and those to be renewed. */
export const beltsHeld: Measure = {
  key: 'belts-held',
  name: 'Belts held and due',
  definition:
    'How many people here hold each belt now, and of them the share whose belt is due for renewal or in its days of grace. Who holds a higher belt holds the lower ones too; where fewer than five hold a belt and not the next, the next is left out.',
  cannotTell:
    'How good anybody is at their work. How it stood before it was first counted here: a standing is known as of now alone.',
  about: 'now',
  version: 2,
  shown: [],
  drawn: [],
  aims: () => [],
  async count() {
    const rows = await db.read
      .select({
        belt: beltStandings.belt,
        held: countDistinct(beltStandings.personId),
        due: countDistinct(isDue),
      })
      .from(beltStandings)
      .innerJoin(people, and(eq(people.id, beltStandings.personId), isNull(people.deactivatedAt)))
      .where(inArray(beltStandings.state, ['held', 'due', 'grace']))
      .groupBy(beltStandings.belt);
    const of = new Map(rows.map((row) => [row.belt, row]));
    // The belt that was told last, of those below.
    let below: number | null = null;
    return beltRules().belts.flatMap(({ key, name }): Cell[] => {
      const { held, due } = of.get(key) ?? { held: 0, due: 0 };
      const [all, part] = [
        { key, words: `${name}: held` },
        { key: `${key}-due`, words: `${name}: due or in grace` },
      ];
      if (held >= FEWEST && below !== null && !isTellable(below - held))
        return [fewCell(all, 'count', 'part'), fewCell(part, 'share', 'part')];
      if (held >= FEWEST) below = held;
      return [peopleCell(all, held), shareOfPeopleCell(part, { n: due, of: held, who: due, among: held })];
    });
  },
};
