import Sqlite from 'better-sqlite3';

const file = process.env.DATABASE_URL!.replace(/^file:/, '');

/** The pragmas of db/sqlite.server.ts: a commit that was answered survives a power cut here too. */
function open(readonly: boolean) {
  const connection = new Sqlite(file, { readonly });
  if (!readonly) connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('cache_size = -16000');
  return connection;
}

export const writer = open(false);
export const reader = open(true);

/** Whether the person `@viewer` belongs to the audience that a column names; app/audiences asks the same. */
export const visible = (audience: string) => `(
  exists (select 1 from audiences as seen where seen.id = ${audience} and seen.scope = 'everyone')
  or exists (select 1 from audience_people as named
    where named.audience_id = ${audience} and named.person_id = @viewer)
  or exists (select 1 from audience_squads as meant
    join audiences as seen on seen.id = meant.audience_id and seen.scope = 'squads'
    join squad_members as member on member.squad_id = meant.squad_id and member.left_at is null
    where meant.audience_id = ${audience} and member.person_id = @viewer))`;

let ids = 0;
const start = Date.now().toString(36);
/** Unique here, which is all that a floor needs. */
export const newId = () => `${start}${(ids++).toString(36).padStart(16 - start.length, '0')}`;
