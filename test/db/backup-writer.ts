/** A Guildhall that never rests: commits one row after the other, and says which are on the disk. */
import { openSqlite } from '#db/sqlite.server.ts';
import { indexWords } from '#db/full-text.server.ts';
import { fileOf } from '#db/engine.ts';

const database = openSqlite(fileOf(process.env.DATABASE_URL!));
for (let n = 1; ; n++) {
  await database.write((tx) => indexWords(tx, 'written', String(n), `Number ${n}`, 'word '.repeat(200)));
  process.stdout.write(`${n}\n`);
  await new Promise((rested) => setImmediate(rested));
}
