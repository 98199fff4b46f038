/** Fills a database as the app itself would have, but by plain inserts: some 40,000 rows a second. */
import Sqlite from 'better-sqlite3';

import { hashPassword } from '../../app/accounts/password.server.ts';
import { openSqlite } from '../../db/sqlite.server.ts';
import { chance } from './chance.ts';
import { PASSWORD, type PeopleSize, type Places, type Size } from './data.ts';
import { fillChampions } from './fill-champions.ts';
import { fillPeople } from './fill-people.ts';
import { fillPostmortems } from './fill-postmortems.ts';

/**
 * A new database in this file, with the people side of a company where one is given. The same size always gives the same
 * data (a password's hash excepted).
 */
export async function fill(file: string, size: Size, company?: PeopleSize): Promise<Places> {
  const app = openSqlite(file);
  await app.migrate();
  await app.close();

  const passwordHash = await hashPassword(PASSWORD);
  const db = new Sqlite(file);
  try {
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.pragma('cache_size = -400000');
    db.pragma('foreign_keys = OFF');
    const luck = chance(20_261_101);
    const places = db.transaction(() => {
      const peopled = fillPeople(db, luck, passwordHash);
      const filled = fillPostmortems(db, luck, peopled, size);
      if (company) fillChampions(db, luck, peopled, company);
      return filled;
    })();
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows lack the row they refer to.`);
    db.exec(`insert into search_fts(search_fts) values ('optimize')`);
    db.exec('analyze');
    db.pragma('journal_mode = WAL');
    return places;
  } finally {
    db.close();
  }
}
