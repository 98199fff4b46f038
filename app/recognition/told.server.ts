import { and, inArray, isNull } from 'drizzle-orm';

import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import type { Tx } from '#db/database.ts';
import { people } from '#db/schema/accounts.ts';
import { facts } from '#db/schema/facts.ts';

import { awardNamed } from './award.server.ts';
import { notOptedOut } from './choices.server.ts';
import type { Given } from './grants.ts';
import type { grantsEver } from './grants.server.ts';
import { achievementIn, type Rules } from './rules.ts';

const NEWS_FOR = 14 * 86_400_000;

type Told = Given & { personId: string };
type Ever = ReadonlyMap<string, Awaited<ReturnType<typeof grantsEver>>>;

/**
 * Tells people of an achievement or an award that is new to them: once for good of what comes from the same rule and
 * source, and never of something that is long past.
 */
export async function tellOfGrants(
  tx: Tx,
  added: readonly Told[],
  { ever, rules, now }: { ever: Ever; rules: Rules; now: number },
): Promise<void> {
  const news = added.filter(({ gives, recordedAt }) => gives !== 'points' && recordedAt > now - NEWS_FOR);
  if (news.length === 0) return;
  const hearing = await whoHears(
    tx,
    news.map(({ personId }) => personId),
  );
  const sources = await sourcesOf(
    tx,
    news.map(({ factId }) => factId),
  );
  for (const { personId, rule, factId, gives, what } of news) {
    const source = sources.get(factId);
    const known = (ever.get(personId) ?? []).some(
      (grant) => grant.rule === rule && `${grant.fact.room} ${grant.fact.sourceId}` === source,
    );
    if (known || !hearing.has(personId)) continue;
    const text =
      gives === 'award'
        ? `The award “${(await awardNamed(what))?.name ?? what}” is yours. Congratulations!`
        : `“${achievementIn(rules, what).name}”: yours now, and seen by you alone until you show it.`;
    await tell(tx, { personId, kind: 'recognition', text, path: pathOf(gives, source), now });
  }
}

/** An award that two decided on has a page of its own for whom it is for. */
function pathOf(gives: Given['gives'], source: string | undefined): string {
  const [room, id] = source?.split(' ') ?? [];
  return gives === 'award' && room === 'recognition' && id
    ? paths.nominationCelebration(id)
    : paths.ownRecognition();
}

/** Those of these people who are here and have not opted out. */
async function whoHears(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, [...personIds]), isNull(people.deactivatedAt), notOptedOut(people.id)));
  return new Set(rows.map(({ id }) => id));
}

async function sourcesOf(tx: Tx, factIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: facts.id, room: facts.room, sourceId: facts.sourceId })
    .from(facts)
    .where(inArray(facts.id, [...factIds]));
  return new Map(rows.map(({ id, room, sourceId }) => [id, `${room} ${sourceId}`]));
}
