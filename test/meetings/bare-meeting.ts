/** A meeting in the database of an app that runs as a process of its own. */
import { openBare } from '#test/db/bare-database.ts';

/** A meeting that runs, hosted by the one person there is. Returns its id. */
export async function runningMeeting(url: string, items: readonly string[] = []): Promise<string> {
  const database = await openBare(url);
  try {
    const [person] = await database.ask<{ id: string }>('select id from people order by joined_at');
    const by = person!.id;
    await database.run([
      `insert into audiences (id, scope) values ('audience', 'everyone')`,
      `insert into meeting_series (id, name, about, template, rule, first_day, time, timezone, minutes, place,
        host_id, invite_days, audience_id, made_at, made_by, version, sequence)
       values ('series', 'Guild', '', '20-20-20', 'FREQ=MONTHLY;BYDAY=1WE', '2026-03-04', '17:00', 'UTC', 60, '',
        '${by}', 14, 'audience', 0, '${by}', 1, 0)`,
      `insert into meetings (id, series_id, title, template, wall, timezone, starts_at, minutes, place, host_id,
        state, started_at, version, sequence, made_at)
       values ('meeting', 'series', 'Guild', '20-20-20', '2026-03-04T17:00', 'UTC', 0, 60, '', '${by}',
        'running', 0, 1, 0, 0)`,
      ...items.map(
        (
          title,
          at,
        ) => `insert into agenda_items (id, series_id, meeting_id, kind, title, about, minutes, position,
          state, lineage_id, carried, outcome, proposed_by, proposed_at, version, open)
         values ('item${at}', 'series', 'meeting', 'other', '${title}', '', 20, ${at + 1}, 'open', 'item${at}', 0, '',
          '${by}', 0, 1, 'series item${at}')`,
      ),
    ]);
    return 'meeting';
  } finally {
    await database.close();
  }
}
