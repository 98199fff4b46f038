import { and, isNull } from 'drizzle-orm';

import { personByEmail, personByName } from '#app/accounts/find-person.server.ts';
import { findPeople } from '#app/accounts/people.server.ts';
import { emailWritten, type NotMeant, personLabel } from '#app/accounts/person-meant.ts';
import { squadsNamed } from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import { squads } from '#db/schema/squads.ts';
import { sameText } from '#db/text.ts';

import type { Owner } from './owner.ts';

/**
 * Who is meant by a text: an e-mail (also as "Name <e-mail>"), a squad's name, or a person's name where it is the
 * only one. Empty means nobody. Refuses with those it could be when several fit.
 */
export async function resolveOwner(text: string): Promise<{ owner: Owner } | NotMeant> {
  const wanted = text.trim().replace(/^@/, '');
  if (wanted === '') return { owner: null };
  const byEmail = await personByEmail(emailWritten(wanted));
  if (byEmail) return { owner: { personId: byEmail.id } };
  const [squad] = await db.read
    .select({ id: squads.id })
    .from(squads)
    .where(and(sameText(squads.name, wanted), isNull(squads.archivedAt)));
  if (squad) return { owner: { squadId: squad.id } };
  const named = await personByName(wanted);
  return 'refused' in named ? named : { owner: { personId: named.person.id } };
}

type Names = { ownerName: string | null; ownerEmail: string | null; squadName: string | null };

/** An item's owner as somebody would type them for `resolveOwner`; empty where nobody here owns it. */
export const ownerAsTyped = ({ ownerName, ownerEmail, squadName }: Names): string =>
  ownerEmail && ownerName ? personLabel({ name: ownerName, email: ownerEmail }) : (squadName ?? '');

/** Names to offer while somebody types an owner: squads and people that hold what was typed, `most` at the most. */
export async function ownerSuggestions(search: string, most = 10): Promise<string[]> {
  if (search === '') return [];
  const [groups, persons] = await Promise.all([squadsNamed(search, most), findPeople(search, most)]);
  // Half of the places for squads, unless there are too few people to fill the rest.
  const forSquads = Math.max(Math.ceil(most / 2), most - persons.length);
  return [...groups.slice(0, forSquads).map(({ name }) => name), ...persons.map(personLabel)].slice(0, most);
}
