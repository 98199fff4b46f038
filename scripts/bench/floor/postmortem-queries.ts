import { reader, visible } from './database.ts';

/** The questions of app/postmortems/postmortems.server.ts and its neighbours that the page of one postmortem asks. */
export const one = reader.prepare(`
  select postmortems.*, people.name as author, postmortem_people.part
  from postmortems
  inner join people on people.id = postmortems.author_id
  left join postmortem_people
    on postmortem_people.postmortem_id = postmortems.id and postmortem_people.person_id = @viewer
  where postmortems.id = @id and ${visible('postmortems.audience_id')}`);

export const sections = reader.prepare(
  'select key, heading, markdown from postmortem_sections where postmortem_id = ? order by position',
);

export const entries = reader.prepare(`
  select id, written, at, precision, zone, text from timeline_entries
  where postmortem_id = ? and removed_at is null order by position, id`);

export const items = reader.prepare(`
  select action_items.id, action_items.statement, action_items.severity, action_items.state,
    action_items.due_at as dueAt, action_items.owner_written as ownerWritten,
    people.name as ownerName, squads.name as squadName
  from action_items
  left join people on people.id = action_items.owner_id
  left join squads on squads.id = action_items.owner_squad_id
  where action_items.postmortem_id = ? order by action_items.position, action_items.id`);

export const milestones = reader.prepare(
  'select kind, written, at, zone, instant from milestones where postmortem_id = ? order by recorded_at desc, id desc',
);

export const people = reader.prepare(`
  select part, name from postmortem_people inner join people on people.id = postmortem_people.person_id
  where postmortem_id = ?
  order by case part when 'author' then 0 when 'participant' then 1 when 'reviewer' then 2 else 3 end, name`);

export const squads = reader.prepare(`
  select name from postmortem_squads inner join squads on squads.id = postmortem_squads.squad_id
  where postmortem_id = ? order by name`);

export const steps = reader.prepare(`
  select step, at, people.name as by, about.name as about, part, reach, missing
  from postmortem_steps
  inner join people on people.id = postmortem_steps.by_id
  left join people as about on about.id = postmortem_steps.about_id
  where postmortem_id = ? order by at, postmortem_steps.id`);
