import { whenInWords } from '#app/calendars/when.ts';
import { day } from '#app/ui/time.ts';

import { type Minutes, type MinutesItem, presentWords } from './minutes.ts';

/** Minutes as Markdown, which is read as it is in a letter, too. Days are those of `zone`. */
export function minutesMarkdown(minutes: Minutes, zone: string): string {
  const { meeting, items, notes, decisions, actions, present, next } = minutes;
  const facts = [
    `When: ${whenInWords(meeting.startsAt, meeting.minutes, meeting.timezone)}`,
    ...(meeting.place ? [`Where: ${line(meeting.place)}`] : []),
    ...(meeting.host ? [`Host: ${line(meeting.host)}`] : []),
    ...(meeting.recording ? [`Recording: <${meeting.recording}>`] : []),
  ];
  const parts = [
    `# ${line(meeting.title)}`,
    list(facts),
    ...items.map(itemPart),
    ...(notes || decisions.length > 0 ? [['## Besides', notes, decided(decisions)]] : []).map(together),
    actions.length > 0 &&
      together([
        '## Action items',
        list(
          actions.map(
            ({ statement, owner, dueAt }) =>
              `${line(statement)} (${line(owner ?? 'nobody yet')}${dueAt === null ? '' : `, by ${day(dueAt, zone)}`})`,
          ),
        ),
      ]),
    together([
      '## Who was there',
      present.names?.length ? list(present.names.map(line)) : presentWords(present.count),
    ]),
    next &&
      together([
        '## Next meeting',
        [line(next.title), whenInWords(next.startsAt, next.minutes, next.timezone), line(next.place)]
          .filter(Boolean)
          .join(', '),
      ]),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function itemPart({ title, presenter, state, outcome, notes, decisions }: MinutesItem): string {
  const by = presenter ? `Presented by ${line(presenter)}.` : '';
  const on = state === 'carried' ? 'Carried over to a later meeting.' : '';
  return together([
    `## ${line(title)}`,
    [by, on].filter(Boolean).join(' '),
    notes,
    outcome && `Outcome: ${outcome}`,
    decided(decisions),
  ]);
}

const together = (parts: string[]) => parts.filter(Boolean).join('\n\n');
const line = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const list = (lines: string[]) => lines.map((one) => `- ${one}`).join('\n');
const decided = (decisions: string[]) =>
  decisions.length === 0 ? '' : `Decided:\n\n${list(decisions.map((one) => one.replaceAll('\n', '\n  ')))}`;
