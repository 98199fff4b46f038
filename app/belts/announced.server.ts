import { and, eq, isNotNull, isNull } from 'drizzle-orm';

import type { Writer } from '#app/channels/announcement.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { promotions } from '#db/schema/belts.ts';

import { beltNamed } from './rules.ts';
import { beltRules } from './rules.server.ts';

/** What channels are told of a new belt, where its person wants it told. Whoever has left is not talked about. */
export const tellOfPromotion: Writer = async (id) => {
  const [found] = await db.read
    .select({ belt: promotions.belt, person: people.name })
    .from(promotions)
    .innerJoin(people, and(eq(people.id, promotions.personId), isNull(people.deactivatedAt)))
    .where(and(eq(promotions.id, id), isNotNull(promotions.toPostAt)));
  if (!found) return null;
  const { name, about } = beltNamed(beltRules(), found.belt) ?? { name: found.belt, about: '' };
  return {
    title: `${found.person} holds the ${name} now`,
    text: `${about} Congratulations!`.trim(),
    // The promotion's own page is for the person, their managers and organisers.
    path: paths.belts(),
  };
};
