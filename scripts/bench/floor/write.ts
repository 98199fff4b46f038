import { instantOf } from '../../../app/postmortems/moment.ts';
import { newId, reader, visible, writer } from './database.ts';
import type { Viewer } from './viewer.ts';

const mayEdit = reader.prepare(`
  select postmortems.timezone from postmortems
  inner join people on people.id = postmortems.author_id
  inner join postmortem_people
    on postmortem_people.postmortem_id = postmortems.id and postmortem_people.person_id = @viewer
  where postmortems.id = @id and postmortems.state = 'draft' and ${visible('postmortems.audience_id')}`);

// What writeEntry, addEntry and touch of app/postmortems ask and say, in their order.
const standing = writer.prepare(
  'select at, instant, position from timeline_entries where postmortem_id = ? and removed_at is null order by position',
);
const makeRoom = writer.prepare(
  'update timeline_entries set position = position + 1 where postmortem_id = ? and position >= ?',
);
const lastPosition = writer
  .prepare('select max(position) from timeline_entries where postmortem_id = ?')
  .pluck();
const add = writer.prepare(`
  insert into timeline_entries
    (id, postmortem_id, position, written, at, precision, zone, instant, text, changed_at, changed_by)
  values (?, ?, ?, ?, ?, 'minute', null, ?, ?, ?, ?)`);
const changed = writer.prepare('update postmortems set changed_at = ? where id = ? returning title').pluck();
const sections = writer.prepare(
  'select heading, markdown from postmortem_sections where postmortem_id = ? order by position',
);
const texts = writer
  .prepare(
    'select text from timeline_entries where postmortem_id = ? and removed_at is null order by position',
  )
  .pluck();
const statements = writer
  .prepare('select statement from action_items where postmortem_id = ? order by position')
  .pluck();
const words = writer.prepare(`
  insert into search_texts (room, id, title, body) values ('postmortems', ?, ?, ?)
  on conflict (room, id) do update set title = excluded.title, body = excluded.body`);

type Standing = { instant: number | null; position: number };

const write = writer.transaction((viewer: Viewer, id: string, at: string, instant: number, text: string) => {
  const now = Date.now();
  const later = (standing.all(id) as Standing[]).find((row) => row.instant !== null && row.instant > instant);
  if (later) makeRoom.run(id, later.position);
  const last = lastPosition.get(id) as number | null;
  const position = later?.position ?? (last ?? 0) + 1;
  add.run(newId(), id, position, at.replace('T', ' '), at, instant, text, now, viewer.id);
  const title = changed.get(now, id);
  const written = (sections.all(id) as { heading: string; markdown: string }[])
    .filter(({ markdown }) => markdown !== '')
    .map(({ heading, markdown }) => `${heading}\n${markdown}`);
  words.run(id, title, [...written, ...texts.all(id), ...statements.all(id)].join('\n\n'));
});

/** A timeline entry that is on disk when this returns. False where the viewer may not write. */
export function writeEntry(viewer: Viewer, id: string, form: URLSearchParams): boolean {
  const postmortem = mayEdit.get({ viewer: viewer.id, id }) as { timezone: string } | undefined;
  if (!postmortem) return false;
  const at = `${form.get('day')}T${form.get('time')}`;
  write.immediate(viewer, id, at, instantOf(at, postmortem.timezone) ?? 0, form.get('text') ?? '');
  return true;
}
