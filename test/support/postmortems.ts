/** Postmortems to test with, straight into the database. */
import { db } from '#db/database.server.ts';
import { actionItems } from '#db/schema/action-items.ts';
import { timelineEntries } from '#db/schema/postmortems.ts';
import type { PostmortemDocument } from '#app/postmortems/document.ts';
import { bringIn } from '#app/postmortems/drafting.server.ts';
import { involve } from '#app/postmortems/involvement.server.ts';
import type { Part, Reach } from '#app/postmortems/postmortem.ts';
import { visiblePostmortem } from '#app/postmortems/postmortems.server.ts';
import { templateNamed } from '#app/postmortems/template.server.ts';
import { eq } from 'drizzle-orm';

import { now } from './clock.ts';
import type { TestPerson } from './people.ts';

/** A document that holds a word in every part that could tell on it. */
export const documentAbout = (word: string): PostmortemDocument => ({
  title: `The ${word} outage`,
  kind: 'incident',
  severity: 2,
  timezone: 'UTC',
  sections: [
    { key: 'summary', heading: 'Incident Summary', markdown: `${word} was down.` },
    { key: 'timeline', heading: 'Timeline', markdown: '' },
    { key: 'root-cause', heading: 'Root Cause', markdown: `The ${word} limit was not alerted on.` },
    { key: 'action-items', heading: 'Action Items', markdown: '' },
  ],
  milestones: [{ kind: 'detected', at: '2026-03-01T10:00', written: '10:00', zone: null }],
  timeline: [{ at: '2026-03-01T10:00', written: '10:00', zone: null, text: `${word} stops answering` }],
  actions: [
    {
      text: `Alert on the ${word} limit`,
      owner: null,
      done: false,
      kind: 'detect',
      severity: 2,
      due: null,
      ticket: null,
    },
  ],
});

/** A draft with one timeline entry and one action item, by its author, with these people taking part. */
export async function draftBy(
  author: TestPerson,
  about: PostmortemDocument,
  {
    reach = 'everyone',
    people = [],
  }: { reach?: Reach; people?: [TestPerson, Exclude<Part, 'author'>][] } = {},
) {
  const id = await bringIn(
    {
      document: about,
      template: templateNamed('postmortem')!,
      unplaced: '',
      source: { fileName: 'outage.md', markdown: about.title },
      reach,
      ownerOf: () => null,
    },
    { byId: author.id, now },
  );
  const postmortem = (await visiblePostmortem(author, id))!;
  for (const [person, part] of people) await involve(postmortem, { id: person.id, part }, author, now);
  const [entry] = await db.read.select().from(timelineEntries).where(eq(timelineEntries.postmortemId, id));
  const [item] = await db.read.select().from(actionItems).where(eq(actionItems.postmortemId, id));
  return { id, title: about.title, audienceId: postmortem.audienceId, entryId: entry!.id, itemId: item!.id };
}
