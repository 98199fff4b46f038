/** How a postmortem is found: always through who asks. */
import { and, eq, isNull, sql } from 'drizzle-orm';

import { visibleTo } from '#app/audiences/audience.server.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import {
  postmortemPeople,
  postmortems,
  postmortemSections,
  postmortemSources,
  postmortemSquads,
  postmortemSteps,
  timelineEntries,
} from '#db/schema/postmortems.ts';
import { squads } from '#db/schema/squads.ts';

import type { Part } from './postmortem.ts';

/** people once more, for whom a step speaks of */
const about = aliasOf(people, 'about');

/** The postmortem, if this person may see it, with the part they have in it; else null, whether it exists or not. */
export async function visiblePostmortem(viewer: { id: string }, id: string) {
  const [row] = await db.read
    .select({ postmortem: postmortems, author: people.name, part: postmortemPeople.part })
    .from(postmortems)
    .innerJoin(people, eq(people.id, postmortems.authorId))
    .leftJoin(
      postmortemPeople,
      and(eq(postmortemPeople.postmortemId, postmortems.id), eq(postmortemPeople.personId, viewer.id)),
    )
    .where(and(eq(postmortems.id, id), visibleTo(viewer.id, postmortems.audienceId)));
  return row ? { ...row.postmortem, author: row.author, part: row.part as Part | null } : null;
}

/** The sections of a postmortem, in their order. */
export const sectionsOf = (postmortemId: string) =>
  db.read
    .select()
    .from(postmortemSections)
    .where(eq(postmortemSections.postmortemId, postmortemId))
    .orderBy(postmortemSections.position);

/** The entries of its timeline, in their order. */
export const timelineOf = (postmortemId: string) =>
  db.read
    .select()
    .from(timelineEntries)
    .where(and(eq(timelineEntries.postmortemId, postmortemId), isNull(timelineEntries.removedAt)))
    .orderBy(timelineEntries.position, timelineEntries.id);

/** Who has a part in it, the author first. */
export const peopleOf = (postmortemId: string) =>
  db.read
    .select({
      personId: postmortemPeople.personId,
      part: postmortemPeople.part,
      name: people.name,
      email: people.email,
    })
    .from(postmortemPeople)
    .innerJoin(people, eq(people.id, postmortemPeople.personId))
    .where(eq(postmortemPeople.postmortemId, postmortemId))
    .orderBy(
      sql`case ${postmortemPeople.part} when 'author' then 0 when 'participant' then 1 when 'reviewer' then 2 else 3 end`,
      people.name,
    );

/** The squads it is meant for. */
export const squadsMeant = (postmortemId: string) =>
  db.read
    .select({ id: squads.id, name: squads.name })
    .from(postmortemSquads)
    .innerJoin(squads, eq(squads.id, postmortemSquads.squadId))
    .where(eq(postmortemSquads.postmortemId, postmortemId))
    .orderBy(squads.name);

/** Every step it took, oldest first; `about` is the name of whom a step speaks of. */
export const stepsOf = (postmortemId: string) =>
  db.read
    .select({
      step: postmortemSteps.step,
      at: postmortemSteps.at,
      by: people.name,
      about: about.name,
      part: postmortemSteps.part,
      reach: postmortemSteps.reach,
      missing: postmortemSteps.missing,
    })
    .from(postmortemSteps)
    .innerJoin(people, eq(people.id, postmortemSteps.byId))
    .leftJoin(about, eq(about.id, postmortemSteps.aboutId))
    .where(eq(postmortemSteps.postmortemId, postmortemId))
    .orderBy(postmortemSteps.at, postmortemSteps.id);

/** Whether it was imported from a document. */
export const hasSource = async (postmortemId: string): Promise<boolean> =>
  (await db.read.$count(postmortemSources, eq(postmortemSources.postmortemId, postmortemId))) > 0;

/** The document it was imported from, word for word; null where it was written here. */
export async function sourceOf(postmortemId: string) {
  const [row] = await db.read
    .select({ fileName: postmortemSources.fileName, markdown: postmortemSources.markdown })
    .from(postmortemSources)
    .where(eq(postmortemSources.postmortemId, postmortemId));
  return row ?? null;
}
