/** A private postmortem, what hangs from it, and every address that leads there. */
import { paths } from '#app/paths.ts';
import type { TestPerson } from '#test/support/people.ts';

import { page, post, publish, start } from './asking.ts';

export type Ids = { id: string; entryId: string; itemId: string };

/** A draft of somebody's with a cause, one entry, and one action item, whose owner was named before it became private. */
export async function privateOne(author: TestPerson, owner: TestPerson): Promise<Ids> {
  const id = await start(author, { title: 'The kaleidoscope cracked' });
  await post(author, paths.postmortemActions(id), { statement: 'Mend the kaleidoscope', owner: owner.email });
  await post(author, paths.postmortemReach(id), { reach: 'private' });
  await publish(author, id, 'The kaleidoscope was old.');
  await post(author, paths.postmortemReopening(id));
  const edit = await page(author, paths.editPostmortem(id));
  const on = (place: string) => new RegExp(`/${place}/([0-9a-z]{16})`).exec(edit)![1]!;
  return { id, entryId: on('timeline'), itemId: on('action-items') };
}

type Way = [name: string, path: (one: Ids) => string];

export const pages: Way[] = [
  ['itself', ({ id }) => paths.postmortem(id)],
  ['its editor', ({ id }) => paths.editPostmortem(id)],
  ['a section', ({ id }) => paths.postmortemSection(id, 'summary')],
  ['its facts', ({ id }) => paths.postmortemFacts(id)],
  ['its timeline', ({ id }) => paths.postmortemTimeline(id)],
  ['an entry', ({ id, entryId }) => paths.timelineEntry(id, entryId)],
  ['its milestones', ({ id }) => paths.postmortemMilestones(id)],
  ['its people', ({ id }) => paths.postmortemPeople(id)],
  ['its publication', ({ id }) => paths.postmortemPublication(id)],
  ['its new action item', ({ id }) => paths.postmortemActions(id)],
  ['it in print', ({ id }) => paths.printPostmortem(id)],
  ['it in Markdown', ({ id }) => paths.postmortemMarkdown(id)],
  ['an action item', ({ itemId }) => paths.actionItem(itemId)],
];

/** What is posted to by those who work on it. */
export const editing: Way[] = [
  ['a section', ({ id }) => paths.postmortemSection(id, 'summary')],
  ['a preview', ({ id }) => paths.sectionPreview(id, 'summary')],
  ['a section of one’s own', ({ id }) => paths.postmortemSections(id)],
  ['its facts', ({ id }) => paths.postmortemFacts(id)],
  ['its timeline', ({ id }) => paths.postmortemTimeline(id)],
  ['an entry', ({ id, entryId }) => paths.timelineEntry(id, entryId)],
  ['moving an entry', ({ id, entryId }) => paths.timelineEntryPosition(id, entryId)],
  ['removing an entry', ({ id, entryId }) => paths.timelineEntryRemoval(id, entryId)],
  ['bringing an entry back', ({ id }) => paths.timelineEntryReturn(id)],
  ['its milestones', ({ id }) => paths.postmortemMilestones(id)],
  ['its new action item', ({ id }) => paths.postmortemActions(id)],
  ['its people', ({ id }) => paths.postmortemPeople(id)],
  ['letting somebody go', ({ id }) => paths.postmortemPerson(id, 'somebody')],
  ['its reach', ({ id }) => paths.postmortemReach(id)],
];

export const steps: Way[] = [
  ['a review', ({ id }) => paths.postmortemReview(id)],
  ['a return', ({ id }) => paths.postmortemReturn(id)],
  ['its publication', ({ id }) => paths.postmortemPublication(id)],
  ['a reopening', ({ id }) => paths.postmortemReopening(id)],
];

/** What is posted to by those who work on an action item; everybody who sees it may verify it. */
export const itemSteps: Way[] = [
  ['an action item', ({ itemId }) => paths.actionItem(itemId)],
  ['accepting an item', ({ itemId }) => paths.actionItemAcceptance(itemId)],
  ['completing an item', ({ itemId }) => paths.actionItemCompletion(itemId)],
  ['reopening an item', ({ itemId }) => paths.actionItemReopening(itemId)],
  ['dropping an item', ({ itemId }) => paths.actionItemDropping(itemId)],
];

/** One form with something for each of them. */
export const anything = {
  markdown: 'x',
  version: '1',
  note: 'x',
  title: 'x',
  kind: 'incident',
  statement: 'x',
  text: 'x',
  reach: 'everyone',
  heading: 'x',
};
