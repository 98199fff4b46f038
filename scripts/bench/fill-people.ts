import type Sqlite from 'better-sqlite3';

import type { Chance } from './chance.ts';
import { DAY, LAST_DAY, ORGANISATION, READER, signers, VIEWER } from './data.ts';
import { into } from './insert.ts';
import { phrase } from './words.ts';

export type Peopled = { viewer: string; people: string[]; squads: string[]; viewersSquad: string };

/** An organisation, its people and its squads; the viewer belongs to the first squad. */
export function fillPeople(db: Sqlite.Database, chance: Chance, passwordHash: string): Peopled {
  const founded = LAST_DAY - 1200 * DAY;
  into(db, 'organisations', 'id, name, founded_at')(1, ORGANISATION, founded);

  const addPerson = into(db, 'people', 'id, name, email, password_hash, joined_at');
  const person = (name: string, email: string) => {
    const id = chance.id();
    addPerson(id, name, email, passwordHash, founded);
    return id;
  };
  const viewer = person('Viola Wren', VIEWER);
  person('Rosa Ortolan', READER);
  const people = signers.map((email, at) => person(`${phrase(chance, 1)} ${phrase(chance, 1)} ${at}`, email));

  const addSquad = into(db, 'squads', 'id, name, created_at, created_by');
  const addMember = into(db, 'squad_members', 'id, squad_id, person_id, joined_at');
  const squads = Array.from({ length: 12 }, (_, at) => {
    const id = chance.id();
    addSquad(id, `Squad ${at + 1}`, founded, viewer);
    for (const member of at === 0 ? [viewer, people[0]] : people.slice(at * 5, at * 5 + 5))
      addMember(chance.id(), id, member, founded);
    return id;
  });

  const addNotice = into(db, 'notices', 'id, person_id, at, text');
  for (let at = 0; at < 5; at += 1) addNotice(chance.id(), viewer, LAST_DAY - at * DAY, 'You were added.');
  return { viewer, people, squads, viewersSquad: squads[0]! };
}
