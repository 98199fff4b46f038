/** A private postmortem with a made-up word in every place that holds text, and whatever else belongs to its author. */
import { paths } from '#app/paths.ts';

import { fieldsIn } from '../postmortems/form-fields.ts';
import { idIn, type Somebody } from './northwind.ts';

/** Every place in which text is kept. Each holds a word of its own, which stands nowhere else. */
export const places = [
  'title',
  'summary',
  'cause',
  'heading',
  'section',
  'unplaced',
  'filename',
  'source',
  'entry',
  'entrytime',
  'removed',
  'milestone',
  'label',
  'action',
  'owner',
  'ticket',
  'sprint',
  'note',
  'concern',
] as const;
type Place = (typeof places)[number];

/** The word of a place. Letters alone, so that a search takes it for one word. */
export const wordOf = (place: Place) => `qua${place}zilu`;
/** Any of these words. */
export const word = /qua[a-z]+zilu/i;

export type PrivateDraft = {
  id: string;
  entryId: string;
  /** an entry that was taken out again */
  removedId: string;
  itemId: string;
};

/** What an import of it would send. */
const imported = (): Record<string, string> => ({
  title: `The ${wordOf('title')} outage`,
  kind: 'incident',
  severity: '2',
  timezone: 'UTC',
  private: 'yes',
  'section.0.key': 'summary',
  'section.0.heading': 'Incident Summary',
  'section.0.markdown': `The ${wordOf('summary')} was down.`,
  'section.1.key': 'root-cause',
  'section.1.heading': 'Root Cause',
  'section.1.markdown': `The ${wordOf('cause')} limit was not alerted on.`,
  'entry.0.at': '2026-03-01T10:00',
  'entry.0.written': `ten, by the ${wordOf('entrytime')}`,
  'entry.0.text': `${wordOf('entry')} stops answering`,
  'entry.1.written': 'later',
  'entry.1.text': `${wordOf('removed')} was told`,
  'milestone.0.kind': 'detected',
  'milestone.0.at': '2026-03-01T10:05',
  'milestone.0.written': `as ${wordOf('milestone')} rang`,
  'milestone.0.label': `Heard ${wordOf('label')}`,
  'action.0.text': `Alert on the ${wordOf('action')} limit`,
  'action.0.owner': `the ${wordOf('owner')} crew`,
  'action.0.ticket': wordOf('ticket'),
  unplaced: `Nobody knows the ${wordOf('unplaced')}.`,
  fileName: `${wordOf('filename')}.md`,
  source: `# ${wordOf('source')}`,
});

/** Brings one in as somebody, by the app's forms, and writes on. `published`: as private as before, but published. */
export async function privateDraftOf(author: Somebody, published = false): Promise<PrivateDraft> {
  const edit = await author.post(paths.importDraft(), imported());
  const id = idIn(edit);
  await author.post(paths.postmortemSections(id), { heading: `About ${wordOf('heading')}` });
  const page = await author.page(paths.editPostmortem(id));
  const own = new RegExp(`/sections/([^/"]*${wordOf('heading')}[^/"]*)"`).exec(page)![1]!;
  const section = `/postmortems/${id}/sections/${own}`;
  await author.post(section, { markdown: `${wordOf('section')} again.`, version: '1' });
  const [entryId, removedId] = [...page.matchAll(/\/timeline\/([0-9a-z]{16})"/g)]
    .map(([, entry]) => entry!)
    .filter((entry, at, all) => all.indexOf(entry) === at);
  await author.post(paths.timelineEntryRemoval(id, removedId!));

  const itemId = /\/action-items\/([0-9a-z]{16})"/.exec(page)![1]!;
  const said = fieldsIn(await author.page(paths.actionItem(itemId))).filter(([name]) => name !== 'sprint');
  await author.post(paths.actionItem(itemId), [...said, ['sprint', wordOf('sprint')]]);
  await author.post(paths.actionItemAcceptance(itemId));
  await author.post(paths.actionItemCompletion(itemId), { note: `${wordOf('note')} confirms` });
  if (published) await author.post(paths.postmortemPublication(id), { 'as-it-is': 'yes' });
  return { id, entryId: entryId!, removedId: removedId!, itemId };
}
