/** The corrected preview of an imported document, read from its form. */
import type {
  DocumentAction,
  DocumentMilestone,
  DocumentSection,
  DocumentTimelineEntry,
  PostmortemDocument,
} from './document.ts';
import { asSeverity } from '#app/action-items/severity.ts';
import { isDay, kinds as actionKinds } from '#app/action-items/action-item.ts';

import { type MilestoneKind, milestoneKinds } from './milestone.ts';
import { isLocal } from './moment.ts';
import { MOST_TITLE } from './postmortem.ts';

export type Fields = Map<string, string>;
export type ReviewFaults = Record<string, string>;

const TIME_FAULT = 'Write the time as 2021-02-24T11:13, the day alone as 2021-02-24, or leave it empty.';

/** What one postmortem may hold: keeping it is one transaction, and everybody else who writes waits for it. */
const most = { sections: 300, timeline: 6000, actions: 2000 } as const;
const partWords = { sections: 'sections', timeline: 'timeline entries', actions: 'action items' };

/** Why a document holds too much to be kept, in words for whoever brings it; null where it does not. */
export function tooMuchIn(document: Pick<PostmortemDocument, keyof typeof most>): string | null {
  for (const part of ['sections', 'timeline', 'actions'] as const) {
    const count = document[part].length;
    if (count > most[part])
      return `it has ${count} ${partWords[part]}; ${most[part]} is the most. Bring it in as several postmortems`;
  }
  return null;
}

/** Rows of a group in the order of their numbers: `entry.0.text`, `entry.0.at`, `entry.1.text` … */
function rows(fields: Fields, group: string): { get(name: string): string }[] {
  const numbers = new Set<string>();
  for (const name of fields.keys()) {
    const [of, number] = name.split('.');
    if (of === group && number !== undefined && /^\d{1,5}$/.test(number)) numbers.add(number);
  }
  return [...numbers]
    .sort((a, b) => Number(a) - Number(b))
    .map((number) => ({ get: (name) => fields.get(`${group}.${number}.${name}`) ?? '' }));
}

/** What was corrected, as a document; faults by field of the form it is shown in again. Rows left blank are left out. */
export function readReview(fields: Fields): { document: PostmortemDocument; faults: ReviewFaults } {
  const faults: ReviewFaults = {};
  const title = (fields.get('title') ?? '').replace(/\s+/g, ' ').trim();
  if (title === '') faults.title = 'Please give a title.';
  if (title.length > MOST_TITLE)
    faults.title = `That is longer than ${MOST_TITLE} characters: shorten it a little.`;
  if ([...fields.values()].some((value) => value.includes('\0')))
    faults.title ??= 'It holds a character that cannot be kept.';

  const time = (at: string, field: string): string | null => {
    if (at !== '' && !isLocal(at)) faults[field] = TIME_FAULT;
    return at === '' ? null : at;
  };

  const sections = rows(fields, 'section').map(({ get }, number): DocumentSection => ({
    key: /^[\p{L}\p{N}-]{1,80}$/u.test(get('key')) ? get('key') : `section-${number}`,
    heading: get('heading').trim() || 'Untitled',
    markdown: get('markdown').trim(),
  }));
  const timeline = rows(fields, 'entry')
    .filter(({ get }) => get('text').trim() !== '' || get('written').trim() !== '')
    .map(({ get }, number): DocumentTimelineEntry => ({
      at: time(get('at').trim(), `entry.${number}.at`),
      written: get('written').trim(),
      zone: get('zone').trim() || null,
      text: get('text').trim(),
    }));
  const milestones = rows(fields, 'milestone')
    .map((row) => ({ ...row, kind: milestoneKinds.find((one) => one === row.get('kind')) }))
    .filter((row): row is typeof row & { kind: MilestoneKind } => row.kind !== undefined)
    .filter(({ get }) => get('at').trim() !== '' || get('written').trim() !== '')
    .map(({ get, kind }, number): DocumentMilestone => ({
      kind,
      at: time(get('at').trim(), `milestone.${number}.at`),
      written: get('written').trim(),
      zone: get('zone').trim() || null,
      ...(get('label').trim() && { label: get('label').trim() }),
    }));
  const actions = rows(fields, 'action')
    .filter(({ get }) => get('text').trim() !== '')
    .map(({ get }, number): DocumentAction => {
      const due = get('due').trim();
      if (due !== '' && !isDay(due)) faults[`action.${number}.due`] = 'Write the day as 2021-03-01.';
      return {
        text: get('text').trim(),
        owner: get('owner').trim() || null,
        done: get('done') !== '',
        kind: actionKinds.find((kind) => kind === get('kind')) ?? null,
        severity: asSeverity(Number(get('severity')) || null),
        due: due || null,
        ticket: get('ticket').trim() || null,
      };
    });

  const document: PostmortemDocument = {
    title,
    kind: fields.get('kind') === 'near-miss' ? 'near-miss' : 'incident',
    severity: asSeverity(Number(fields.get('severity')) || null),
    timezone: (fields.get('timezone') ?? '').trim() || null,
    sections,
    milestones,
    timeline,
    actions,
  };
  const tooMuch = tooMuchIn(document);
  if (tooMuch !== null) faults.title ??= `This is too long to be kept: ${tooMuch}.`;
  return { document, faults };
}
