import type Sqlite from 'better-sqlite3';

import type { Chance } from './chance.ts';
import { DAY, LAST_DAY, type PeopleSize } from './data.ts';
import type { Peopled } from './fill-people.ts';
import { fillEnrolments } from './fill-enrolments.ts';
import { into } from './insert.ts';

/** Areas grow more slowly than squads do. */
const areasFor = (squads: number) => Math.max(Math.min(12, Math.ceil(squads / 4)), Math.round(squads / 50));
/** Years in which people came, moved and stepped down. */
const YEARS = 3;

/**
 * What an organisation keeps of its people side after three years: squads in areas, people who have changed squads,
 * champions who serve and who have served, what they agreed and reported, and waivers. The viewer is a champion.
 */
export function fillChampions(
  db: Sqlite.Database,
  chance: Chance,
  { viewer, people, squads: first, viewersSquad }: Peopled,
  size: PeopleSize,
): void {
  const founded = LAST_DAY - YEARS * 365 * DAY;
  const ever = () => founded + chance.below(YEARS * 365) * DAY;
  const areas = areasFor(size.squads);

  const addPerson = into(db, 'people', 'id, name, email, password_hash, joined_at');
  const developers = Array.from({ length: size.people - people.length }, (_, at) => {
    const id = chance.id();
    addPerson(id, `Developer ${at}`, `developer-${at}@bench.example`, '', founded);
    return id;
  });

  const addSquad = into(
    db,
    'squads',
    'id, name, area, developers, criticality, created_at, created_by, archived_at',
  );
  const squads = [...first];
  const describe = db.prepare('update squads set area = ?, criticality = ? where id = ?');
  for (const [at, id] of first.entries()) describe.run(`Area ${at % areas}`, 1 + (at % 4), id);
  for (let at = first.length; at < size.squads; at += 1) {
    const id = chance.id();
    const stated = at % 3 === 0 ? null : 4 + chance.below(9);
    addSquad(id, `Squad ${at + 1}`, `Area ${at % areas}`, stated, 1 + chance.below(4), ever(), viewer, null);
    squads.push(id);
  }

  const addMember = into(db, 'squad_members', 'id, squad_id, person_id, joined_at, left_at');
  for (const [at, id] of developers.entries()) {
    const moved = ever();
    addMember(chance.id(), chance.pick(squads), id, founded, moved);
    addMember(chance.id(), squads[at % squads.length], id, moved, null);
  }

  const addManager = into(db, 'managers', 'id, person_id, manager_id, since');
  for (const id of [viewer, ...developers]) addManager(chance.id(), id, chance.pick(people), founded);

  fillEnrolments(db, chance, { viewer, viewersSquad, developers, squads, champions: size.champions, ever });

  const addWaiver = into(
    db,
    'coverage_waivers',
    'id, squad_id, policy, reason, given_at, given_by, expires_at',
  );
  for (let at = 0; at < size.squads / 5; at += 1) {
    const given = ever();
    const policy = chance.pick(['per-squad', 'per-developers']);
    const ends = given + chance.below(730) * DAY;
    addWaiver(chance.id(), chance.pick(squads), policy, 'It is being wound up.', given, viewer, ends);
  }
}
