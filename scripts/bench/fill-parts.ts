import type Sqlite from 'better-sqlite3';

import type { Chance } from './chance.ts';
import { ENTRIES } from './data.ts';
import { into } from './insert.ts';
import { prose, sentence } from './words.ts';

export type Of = { id: string; author: string; at: number; extra: string };

const MINUTE = 60_000;
const milestoneKinds = ['impact-started', 'detected', 'declared', 'mitigated', 'resolved'];
/** Sections whose text is entries or items of their own. */
const listed = ['timeline', 'action-items'];

const local = (instant: number) => new Date(instant).toISOString().slice(0, 16);

/** What adds sections, timeline and milestones to a postmortem, and gives the words they hold. */
export function fillParts(
  db: Sqlite.Database,
  chance: Chance,
  template: { key: string; heading: string; help: string }[],
): (of: Of) => string {
  const section = into(
    db,
    'postmortem_sections',
    'id, postmortem_id, key, heading, help, position, markdown, version, changed_at, changed_by',
  );
  const entry = into(
    db,
    'timeline_entries',
    'id, postmortem_id, position, written, at, precision, instant, text, changed_at, changed_by',
  );
  const milestone = into(
    db,
    'milestones',
    'id, postmortem_id, kind, written, at, zone, instant, recorded_at, recorded_by',
  );

  return ({ id, author, at, extra }) => {
    let text = '';
    for (const [place, { key, heading, help }] of template.entries()) {
      const markdown = listed.includes(key) ? '' : `${prose(chance)}${place === 0 ? ` ${extra}` : ''}`;
      section(chance.id(), id, key, heading, help, place, markdown, 1, at, author);
      if (markdown !== '') text += `${heading}\n${markdown}\n\n`;
    }
    let instant = Math.floor(at / MINUTE) * MINUTE;
    for (let place = 1; place <= ENTRIES; place += 1) {
      instant += (1 + chance.below(20)) * MINUTE;
      const said = sentence(chance);
      const when = local(instant);
      entry(chance.id(), id, place, when.replace('T', ' '), when, 'minute', instant, said, at, author);
      text += `${said}\n\n`;
    }
    for (const [place, kind] of milestoneKinds.entries()) {
      const then = at + (place + 1) * 30 * MINUTE;
      const when = local(then);
      const minute = Math.floor(then / MINUTE) * MINUTE;
      milestone(chance.id(), id, kind, when.replace('T', ' '), when, 'UTC', minute, at, author);
    }
    return text;
  };
}
