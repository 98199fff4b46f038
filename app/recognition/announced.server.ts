/** What channels are told of a thanks or an award that its person shows and wants told. */
import { and, eq, exists, isNotNull, isNull } from 'drizzle-orm';

import type { Writer } from '#app/channels/announcement.ts';
import { paths } from '#app/paths.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { grants, showings, thanks } from '#db/schema/recognition.ts';

import { notOptedOut } from './choices.server.ts';
import { grantStands } from './grants-standing.server.ts';
import { recognisedAs } from './recognised-words.server.ts';

const giver = aliasOf(people, 'giver');

/** What is still shown, of somebody who is here and would be seen. */
const mayBeTold = (id: string) =>
  and(
    eq(showings.id, id),
    isNull(showings.until),
    isNotNull(showings.toPostAt),
    isNull(people.deactivatedAt),
    notOptedOut(showings.personId),
  );

/**
 * Whoever gave it agreed to the wall, not to a chat, and is not named: what becomes of it there depends on its person
 * alone, and tells nobody what its giver chose for themselves. Of somebody who has left nothing is said.
 */
export const tellOfThanks: Writer = async (id) => {
  const [found] = await db.read
    .select({ person: people.name, reason: thanks.reason })
    .from(showings)
    .innerJoin(people, eq(people.id, showings.personId))
    .innerJoin(thanks, and(eq(thanks.id, showings.subject), isNull(thanks.withdrawnAt)))
    .innerJoin(giver, and(eq(giver.id, thanks.fromId), isNull(giver.deactivatedAt)))
    .where(and(mayBeTold(id), eq(showings.kind, 'thanks')));
  if (!found) return null;
  return {
    title: `Thank you, ${found.person}`,
    text: `A colleague writes: ${found.reason}`,
    path: paths.recognition(),
  };
};

export const tellOfAward: Writer = async (id) => {
  const granted = db.read
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.personId, showings.personId),
        eq(grants.gives, 'award'),
        eq(grants.what, showings.subject),
        grantStands,
      ),
    );
  const [found] = await db.read
    .select({ person: people.name, key: showings.subject })
    .from(showings)
    .innerJoin(people, eq(people.id, showings.personId))
    .where(and(mayBeTold(id), eq(showings.kind, 'award'), exists(granted)));
  if (!found) return null;
  const { name, about } = await recognisedAs('award', found.key);
  return {
    title: `${found.person}: ${name}`,
    text: `${about} Congratulations!`.trim(),
    path: paths.recognition(),
  };
};
