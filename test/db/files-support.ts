/** Files of evidence in a database of one's own, as the house keeps them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { filesBeside, placeIn } from '#db/files-folder.ts';
import { newId } from '#db/ids.ts';
import { now } from '#test/support/clock.ts';

import { withDatabase } from './backup-support.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Somebody's evidence with these files; their bytes first, then their rows. Returns their ids. */
export function giveFiles(
  file: string,
  contents: string[],
  { folder = filesBeside(file), removedAt = null }: { folder?: string; removedAt?: number | null } = {},
): string[] {
  const ids = contents.map((content) => {
    const id = newId();
    mkdirSync(dirname(placeIn(folder, id)), { recursive: true, mode: 0o700 });
    writeFileSync(placeIn(folder, id), content, { mode: 0o600 });
    return id;
  });
  withDatabase(file, (open) => {
    open.exec(`insert or ignore into people (id, name, email, password_hash, joined_at) values ('p', 'P', 'p@x', '', 1);
      insert or ignore into evidence (id, person_id, requirement, kind, state, text, links, round, version, created_at)
        values ('e', 'p', 'green/sast-scan', 'evidence', 'draft', '', '[]', 0, 1, 1)`);
    const row = open.prepare(
      `insert into evidence_files (id, evidence_id, name, type, bytes, sha256, added_at, removed_at)
       values (?, 'e', 'a.txt', 'text/plain', ?, ?, ?, ?)`,
    );
    contents.forEach((content, at) => {
      const bytes = Buffer.from(content);
      row.run(ids[at], bytes.length, sha256(bytes), now, removedAt);
    });
  });
  return ids;
}

/** Of every file a database speaks of: whether its bytes in the folder are what its row says. */
export function wholeness(file: string, folder = filesBeside(file)) {
  const rows = withDatabase(
    file,
    (open) => open.prepare('select id, sha256 from evidence_files').all() as { id: string; sha256: string }[],
  );
  const whole = rows.filter((row) => {
    const place = placeIn(folder, row.id);
    return existsSync(place) && sha256(readFileSync(place)) === row.sha256;
  });
  return { rows: rows.length, whole: whole.length };
}
