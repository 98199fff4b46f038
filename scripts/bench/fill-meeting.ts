import { createHash } from 'node:crypto';

import Sqlite from 'better-sqlite3';

import { DAY, LAST_DAY, VIEWER } from './data.ts';
import { into } from './insert.ts';

/** Adds a meeting that runs to a database that is closed, and so many people who look at it. Returns their cookies. */
export function fillMeeting(file: string, people: number): { meeting: string; cookies: string[] } {
  const db = new Sqlite(file);
  try {
    return db.transaction(() => addAll(db, people))();
  } finally {
    db.close();
  }
}

function addAll(db: Sqlite.Database, people: number) {
  const host = db.prepare('select id from people where email = ?').pluck().get(VIEWER);
  into(db, 'audiences', 'id, scope')('bench-series', 'everyone');
  into(
    db,
    'meeting_series',
    `id, name, about, template, rule, first_day, time, timezone, minutes, place, host_id, invite_days, audience_id,
      made_at, made_by, version, sequence`,
  )(
    ...[
      'bench-series',
      'Guild',
      '',
      '20-20-20',
      'FREQ=MONTHLY;BYDAY=1WE',
      '2026-03-04',
      '17:00',
      'UTC',
      60,
      '',
    ],
    ...[host, 14, 'bench-series', LAST_DAY, host, 1, 0],
  );
  into(
    db,
    'meetings',
    `id, series_id, title, template, wall, timezone, starts_at, minutes, place, host_id, state, started_at, version,
      sequence, made_at`,
  )(
    ...['bench-meeting', 'bench-series', 'Guild', '20-20-20', '2026-11-01T17:00', 'UTC', Date.now(), 60, ''],
    ...[host, 'running', Date.now(), 1, 0, LAST_DAY],
  );
  const addPerson = into(db, 'people', 'id, name, email, password_hash, joined_at');
  const addSession = into(db, 'sessions', 'id, person_id, expires_at, started_at, user_agent');
  const cookies = Array.from({ length: people }, (_, at) => {
    const token = `${at}`.padStart(43, 'm');
    addPerson(`bench-m${at}`, `Listener ${at}`, `listener-${at}@bench.example`, 'none', LAST_DAY);
    addSession(
      createHash('sha256').update(token).digest('hex'),
      `bench-m${at}`,
      Date.now() + 30 * DAY,
      Date.now(),
      'bench',
    );
    return `guildhall=${token}`;
  });
  return { meeting: 'bench-meeting', cookies };
}
