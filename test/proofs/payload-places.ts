/** A payload in every place that takes words, by the app's own forms, and the pages on which those words stand. */
import { paths } from '#app/paths.ts';

import { idIn, type Northwind, type Somebody } from './northwind.ts';

/** One line of at most so many characters, as the form for it takes. */
const line = (payload: string, most: number) => payload.replace(/\s+/g, ' ').slice(0, most) || '-';

const partOf = (payload: string) => ({
  title: line(payload, 300),
  kind: 'incident',
  severity: '2',
  timezone: line(payload, 60),
  'section.0.key': 'summary',
  'section.0.heading': line(payload, 120),
  'section.0.markdown': payload,
  'section.1.key': 'root-cause',
  'section.1.heading': 'Root Cause',
  'section.1.markdown': `Before.\n\n${payload}\n\nAfter, and ${payload} within.`,
  'entry.0.at': '2026-03-01T10:00',
  'entry.0.written': line(payload, 200),
  'entry.0.zone': line(payload, 60),
  'entry.0.text': payload,
  'entry.1.written': line(payload, 200),
  'entry.1.text': `- ${payload}`,
  'milestone.0.kind': 'detected',
  'milestone.0.at': '2026-03-01T10:05',
  'milestone.0.written': line(payload, 200),
  'milestone.0.label': line(payload, 60),
  'action.0.text': payload,
  'action.0.owner': line(payload, 100),
  'action.0.ticket': line(payload, 100),
  unplaced: payload,
  fileName: line(payload, 100),
  source: payload,
});

/** Writes it everywhere as the founder, so that `reader` may see it. Returns the pages that show it to them. */
export async function putEverywhere(payload: string, { founder, squad }: Northwind, reader: Somebody) {
  await founder.post(paths.settings(), {
    name: line(payload, 100),
    postmortemWord: 'postmortem',
    timezone: 'UTC',
  });
  await founder.post(paths.account(), { name: line(payload, 100) });
  const squadId = await squad(line(`${number++} ${payload}`, 80), reader);
  const edit = await founder.post(paths.importDraft(), partOf(payload));
  const id = idIn(edit);
  await founder.post(paths.postmortemPeople(id), { person: reader.email, part: 'participant' });
  await founder.post(paths.postmortemReach(id), { reach: 'squads', squad: squadId });
  await founder.post(paths.postmortemActions(id), {
    statement: payload,
    owner: line(`${number - 1} ${payload}`, 80),
    ticket: line(payload, 100),
    sprint: line(payload, 100),
    note: payload,
  });
  const page = await founder.page(edit.split('#')[0]!);
  const [entry] = /\/timeline\/[0-9a-z]{16}(?=")/.exec(page)!;
  const itemId = /\/action-items\/([0-9a-z]{16})"/.exec(page)![1]!;
  await founder.post(paths.actionItemDropping(itemId), { note: payload });
  return {
    id,
    /** besides the editor */
    pages: [
      paths.postmortem(id),
      paths.printPostmortem(id),
      `/postmortems/${id}${entry}`,
      paths.actionItem(itemId),
      paths.squad(squadId),
      `${paths.postmortems()}?q=${encodeURIComponent(payload.replaceAll('\0', ''))}`,
    ],
  };
}

let number = 1;

/** The lists on which the latest few stand together. */
export const lists = [
  paths.home(),
  paths.postmortems(),
  `${paths.actionItems()}?state=all`,
  paths.notices(),
  paths.squads(),
  paths.people(),
];

/** A document with it in every part, as somebody might bring one in. */
export const documentWith = (payload: string) => `# ${line(payload, 300)}

${payload}

## Timeline

| Time | What happened |
| --- | --- |
| 2026-03-01 10:00 | ${line(payload, 1000)} |
| ${line(payload, 100)} | It stopped |

## Root cause

${payload}

## Action items

- [ ] ${line(payload, 1000)} (owner: ${line(payload, 80)})

## ${line(payload, 100)}

${payload}
`;
