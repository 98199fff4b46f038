import type Sqlite from 'better-sqlite3';

import type { Chance } from './chance.ts';
import { DAY, LAST_DAY } from './data.ts';
import { into } from './insert.ts';

/** How much there is of what the report counts and the wall shows, after three years. */
export type InsightSize = { thanks: number; meetings: number };

const months = Array.from({ length: 36 }, (_, back) =>
  new Date(Date.UTC(2026, 9 - back, 1)).toISOString().slice(0, 7),
);

/** Adds meetings with who was there, belts, verified fixes and thanks to a company that is filled already. */
export function fillInsight(db: Sqlite.Database, chance: Chance, size: InsightSize): void {
  const champions = db
    .prepare(`select distinct person_id from enrolments where state = 'active' order by person_id`)
    .pluck()
    .all() as string[];
  const everybody = db.prepare('select id from people order by id').pluck().all() as string[];
  fillAttendance(db, chance, champions, size.meetings);
  fillBelts(db, chance, everybody, champions);
  verifyFixes(db);
  fillThanks(db, chance, everybody, size.thanks);
}

/** Every champion is invited to every meeting, and three in four come. */
function fillAttendance(db: Sqlite.Database, chance: Chance, champions: string[], many: number): void {
  const [series, audience] = [chance.id(), chance.id()];
  const host = champions[0]!;
  into(db, 'audiences', 'id, scope')(audience, 'everyone');
  into(
    db,
    'meeting_series',
    'id, name, about, template, rule, first_day, time, timezone, minutes, place, invite_days, audience_id, made_at, made_by, version, sequence',
  )(
    ...[series, 'Security guild', '', '20-20-20', 'FREQ=WEEKLY;INTERVAL=2', '2023-11-01', '15:00', 'UTC'],
    ...[60, 'Room Ada', 14, audience, 0, host, 1, 0],
  );
  const addMeeting = into(
    db,
    'meetings',
    'id, series_id, title, template, wall, timezone, starts_at, minutes, place, state, ended_at, version, sequence, made_at',
  );
  const addInvitee = into(db, 'invitees', 'meeting_id, person_id, invited_at');
  const addAttendance = into(db, 'attendances', 'id, meeting_id, person_id, present, changed_at');
  for (let at = 0; at < many; at += 1) {
    const starts = LAST_DAY - Math.floor(((at + 1) * 3 * 365) / many) * DAY + 15 * 3_600_000;
    const id = chance.id();
    const wall = new Date(starts).toISOString().slice(0, 16);
    addMeeting(
      ...[id, series, 'Security guild', '20-20-20', wall, 'UTC', starts, 60, 'Room Ada'],
      ...['ended', starts + 3_600_000, 1, 0, starts],
    );
    for (const person of champions) {
      addInvitee(id, person, starts - 14 * DAY);
      if (chance.below(4) > 0) addAttendance(chance.id(), id, person, 1, starts);
    }
  }
}

/** A third of everybody holds the first belt, half of the champions the second. */
function fillBelts(db: Sqlite.Database, chance: Chance, everybody: string[], champions: string[]): void {
  const addStanding = into(db, 'belt_standings', 'person_id, belt, state, since, rules');
  const addPromotion = into(db, 'promotions', 'id, person_id, belt, earned_at, made_at');
  const earn = (person: string, belt: string) => {
    const at = LAST_DAY - chance.below(3 * 365) * DAY;
    addStanding(person, belt, chance.pick(['held', 'held', 'held', 'due', 'grace']), at, 'bench');
    addPromotion(chance.id(), person, belt, at, at);
  };
  for (const person of everybody.filter((_, at) => at % 3 === 0)) earn(person, 'white');
  for (const person of champions.filter((_, at) => at % 2 === 0)) earn(person, 'green');
}

/** Every verified item has the step that says when: up to forty days after its clock began. */
const verifyFixes = (db: Sqlite.Database) =>
  db.exec(
    `insert into action_item_steps (id, action_item_id, step, at, by_id, note)
     select 'v' || substr(id, 2), id, 'verified', clock_from + (unicode(substr(id, 3)) * 7919 % 960) * 3600000, created_by, 'seen'
     from action_items where state = 'verified'`,
  );

/** One thanks a month from each of as many people as it takes, each time for somebody else; most are on the wall. */
function fillThanks(db: Sqlite.Database, chance: Chance, everybody: string[], many: number): void {
  const add = into(db, 'thanks', 'id, from_id, to_id, reason, meant, given_at, month, slot, once');
  const show = into(db, 'showings', 'id, person_id, kind, subject, since, held');
  const aMonth = Math.ceil(many / months.length);
  for (let at = 0; at < many; at += 1) {
    const back = Math.floor(at / aMonth);
    const [month, giver] = [months[back]!, at % aMonth];
    const [from, to] = [everybody[giver]!, everybody[(giver + back + 1) % everybody.length]!];
    const given = Date.parse(`${month}-01T09:00:00Z`) + chance.below(27) * DAY;
    const id = chance.id();
    const reason = 'Sat down with us for an afternoon until the gateway kept its promises.';
    add(id, from, to, reason, 'wall', given, month, '1', `${from} ${to} ${month}`);
    if (chance.below(5) > 0) show(chance.id(), to, 'thanks', id, given, `${to} thanks ${id}`);
  }
}
