/** A postmortem of the demo comes to be: imported, or written from a template, as its document has it. */
import { resolveOwner } from '#app/action-items/owner.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { writeAction } from '#app/postmortems/actions.server.ts';
import type { PostmortemDocument } from '#app/postmortems/document.ts';
import { draftFrom } from '#app/postmortems/drafting.server.ts';
import { keepImport } from '#app/postmortems/keep-import.server.ts';
import { saveMilestones } from '#app/postmortems/milestones.server.ts';
import { addSection, saveSection } from '#app/postmortems/sections.server.ts';
import { templateNamed } from '#app/postmortems/template.server.ts';
import { writeEntry } from '#app/postmortems/timeline.server.ts';

import type { Told } from './content.server.ts';

/** Keeps the document of a story as its author's import. Returns the postmortem's id. */
export const importDocument = (
  { story, source, reading }: Told,
  author: Viewer,
  now: number,
): Promise<string> =>
  keepImport(
    { ...reading, source: { fileName: `${story.document}.md`, markdown: source }, reach: story.reach },
    { byId: author.id, now },
  );

/** Starts a draft from the template of a story, all of it empty. Returns the postmortem's id. */
export async function startDraft({ story, reading }: Told, author: Viewer, now: number): Promise<string> {
  const template = templateNamed(story.template ?? '');
  if (!template)
    throw new Error(`${story.document} asks for a template that is not there: ${story.template}`);
  const { title, severity, timezone } = reading.document;
  return draftFrom(template, { title, severity, timezone, reach: story.reach }, { byId: author.id, now });
}

type Place = { id: string; title: string; audienceId: string };

/**
 * Writes into a draft what the document says, its writers taking turns. `clock` gives a later moment each time; what
 * the template asks for and the document lacks stays empty.
 */
export async function writeDocument(
  place: Place,
  { sections, timeline, milestones, actions, timezone, title }: PostmortemDocument,
  writers: Viewer[],
  clock: () => number,
): Promise<void> {
  let turn = 0;
  const next = () => ({ byId: writers[turn++ % writers.length]!.id, now: clock() });
  for (const { at, written, zone, text } of timeline)
    await writeEntry(place.id, { at, written, zone, text }, timezone, next());
  const points = milestones.map((point) => ({
    ...point,
    written: point.written || (point.at ?? '').replace('T', ' '),
  }));
  await saveMilestones(place.id, 0, points, { ...next(), timezone });
  for (const { key, heading, markdown } of sections) {
    const by = next();
    const saved = await saveSection(place.id, key, { version: 1, markdown }, by);
    if (!('refused' in saved)) continue;
    const own = await addSection(place.id, heading, by);
    await saveSection(place.id, own, { version: 1, markdown }, by);
  }
  for (const { text, kind, severity, owner, due, ticket } of actions) {
    const resolved = await resolveOwner(owner ?? '');
    if ('refused' in resolved) throw new Error(`“${title}” names an owner who is not there: ${owner}`);
    const draft = {
      statement: text,
      kind,
      severity,
      owner: resolved.owner,
      dueOn: due,
      ticket,
      sprint: null,
    };
    await writeAction(place, draft, writers[0]!, clock());
  }
}
