import { and, eq, isNull, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { squads } from '#db/schema/squads.ts';
import { beginsWithText, sameText } from '#db/text.ts';

import type { Owner } from './owner.ts';

type Resolved = { owner: Owner } | { refused: 'nobody' } | { refused: 'several'; candidates: string[] };

/** How an owner is named so that `resolveOwner` finds exactly them again. */
export const ownerLabel = (person: { name: string; email: string }) => `${person.name} <${person.email}>`;

/**
 * Who is meant by a text: an e-mail (also as "Name <e-mail>"), a squad's name, or a person's name where it is the
 * only one. Empty means nobody. Refuses with those it could be when several fit.
 */
export async function resolveOwner(text: string): Promise<Resolved> {
  const wanted = text.trim().replace(/^@/, '');
  if (wanted === '') return { owner: null };
  const email = (/<([^<>]+)>$/.exec(wanted)?.[1] ?? wanted).toLowerCase();

  const [byEmail] = await db.read
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.deactivatedAt)));
  if (byEmail) return { owner: { personId: byEmail.id } };

  const [squad] = await db.read
    .select({ id: squads.id })
    .from(squads)
    .where(and(sameText(squads.name, wanted), isNull(squads.archivedAt)));
  if (squad) return { owner: { squadId: squad.id } };

  const named = await db.read
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(
      and(
        isNull(people.deactivatedAt),
        or(sameText(people.name, wanted), beginsWithText(people.name, `${wanted} `)),
      ),
    )
    .limit(6);
  const [only, ...others] = named;
  if (!only) return { refused: 'nobody' };
  if (others.length > 0) return { refused: 'several', candidates: named.map(ownerLabel) };
  return { owner: { personId: only.id } };
}

type Names = { ownerName: string | null; ownerEmail: string | null; squadName: string | null };

/** An item's owner as somebody would type them for `resolveOwner`; empty where nobody here owns it. */
export const ownerAsTyped = ({ ownerName, ownerEmail, squadName }: Names): string =>
  ownerEmail && ownerName ? ownerLabel({ name: ownerName, email: ownerEmail }) : (squadName ?? '');

/** Names to offer while somebody types an owner: people and squads, the first `most` of each by name. */
export async function ownerSuggestions(most = 200): Promise<string[]> {
  const [persons, groups] = await Promise.all([
    db.read
      .select({ name: people.name, email: people.email })
      .from(people)
      .where(isNull(people.deactivatedAt))
      .orderBy(people.name, people.id)
      .limit(most),
    db.read
      .select({ name: squads.name })
      .from(squads)
      .where(isNull(squads.archivedAt))
      .orderBy(squads.name)
      .limit(most),
  ]);
  return [...groups.map((squad) => squad.name), ...persons.map(ownerLabel)];
}
