/** What facts tell of somebody's year, with the words of the rooms they came from: what a reader may see of it. */
import { and, eq, inArray, isNull, or } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { visibleTo } from '#app/audiences/audience.server.ts';
import { visibleActivity } from '#app/belts/activity-page.server.ts';
import { requirementWords } from '#app/belts/evidence-requirement.server.ts';
import type { Fact } from '#app/facts/fact.ts';
import { factsOf } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { actionItems } from '#db/schema/action-items.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';
import { postmortems } from '#db/schema/postmortems.ts';

import type { YearSpan } from './review-year.server.ts';

const kinds = [
  'session-led',
  'presented',
  'evidence-approved',
  'mentored',
  'fix-verified',
  'near-miss-reported',
] as const;
type Kind = (typeof kinds)[number];
type Deed = Extract<Fact, { kind: Kind }>;
/** A line of the year: where it can be read, in whose words, and when it happened. */
export type Line = { factId: string; id: string; words: string; at: number };

const isDeed = (fact: Fact): fact is Deed => (kinds as readonly string[]).includes(fact.kind);

/** What somebody did in a year, as its reader may know of it, in the order it happened. */
export async function deedsIn(personId: string, span: YearSpan, reader: Viewer) {
  const all = (await factsOf(personId)).filter(isDeed).filter(({ at }) => span.from <= at && at < span.to);
  const of = <K extends Kind>(kind: K) =>
    all.filter((fact) => fact.kind === kind) as Extract<Deed, { kind: K }>[];
  const [sessions, agenda, fixes, nearMisses] = await Promise.all([
    lines(
      of('session-led'),
      ({ activity }) => activity,
      (ids) => sessionWords(ids, reader),
    ),
    lines(
      of('presented'),
      ({ item }) => item,
      (ids) => agendaWords(ids, reader),
    ),
    lines(
      of('fix-verified'),
      ({ item }) => item,
      (ids) => fixWords(ids, reader),
    ),
    lines(
      of('near-miss-reported'),
      ({ postmortem }) => postmortem,
      (ids) => nearMissWords(ids, reader),
    ),
  ]);
  const evidence = of('evidence-approved').map(({ id, at, details }) => ({
    factId: id,
    id: details.requirement,
    words: requirementWords(details.requirement),
    at,
  }));
  // Whose belt it was is theirs to tell.
  const mentored = of('mentored').map(({ id, at }) => ({ factId: id, id, words: '', at }));
  const shown = [sessions, agenda, fixes, nearMisses, evidence, mentored].flat();
  const hidden = new Set(all.map(({ id }) => id));
  for (const { factId } of shown) hidden.delete(factId);
  return { sessions, agenda, evidence, mentored, fixes, nearMisses, hidden };
}

/** A line for each fact of whose source there are words for the reader; the others are as if they were not. */
async function lines<F extends Deed>(
  deeds: readonly F[],
  idOf: (details: F['details']) => string,
  wordsOf: (ids: string[]) => Promise<{ id: string; words: string }[]>,
): Promise<Line[]> {
  if (deeds.length === 0) return [];
  const rows = await wordsOf(deeds.map(({ details }) => idOf(details)));
  const words = new Map(rows.map((row) => [row.id, row.words]));
  return deeds.flatMap(({ id: factId, at, details }) => {
    const id = idOf(details);
    const found = words.get(id);
    return found === undefined ? [] : [{ factId, id, words: found, at }];
  });
}

/** Of a session those may read who may open it: not everybody whom a packet is shared with. */
async function sessionWords(ids: string[], reader: Viewer) {
  const seen = await Promise.all(ids.map((id) => visibleActivity(reader, id)));
  return seen.flatMap((activity) => (activity ? [{ id: activity.id, words: activity.feature }] : []));
}

async function agendaWords(ids: string[], reader: { id: string }) {
  const rows = await db.read
    .select({ id: agendaItems.id, title: agendaItems.title, meeting: meetings.title })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        inArray(agendaItems.id, ids),
        or(isNull(agendaItems.audienceId), visibleTo(reader.id, agendaItems.audienceId)),
      ),
    );
  return rows.map(({ id, title, meeting }) => ({ id, words: `${title} (${meeting})` }));
}

const fixWords = (ids: string[], reader: { id: string }) =>
  db.read
    .select({ id: actionItems.id, words: actionItems.statement })
    .from(actionItems)
    .where(and(inArray(actionItems.id, ids), visibleTo(reader.id, actionItems.audienceId)));

const nearMissWords = (ids: string[], reader: { id: string }) =>
  db.read
    .select({ id: postmortems.id, words: postmortems.title })
    .from(postmortems)
    .where(and(inArray(postmortems.id, ids), visibleTo(reader.id, postmortems.audienceId)));
