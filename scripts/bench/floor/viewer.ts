import { createHash } from 'node:crypto';

import { reader, visible } from './database.ts';

export type Viewer = { id: string; name: string; organisation: string; unread: number };

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const bySession = reader.prepare(`
  select people.id, people.name, sessions.expires_at as expiresAt
  from sessions inner join people on people.id = sessions.person_id
  where sessions.id = ? and people.deactivated_at is null`);
const roles = reader.prepare('select role from roles where person_id = ? and renounced_at is null');
const organisation = reader.prepare('select name from organisations').pluck();
const unread = reader
  .prepare(
    `select count(*) from notices where person_id = @viewer and read_at is null
       and (audience_id is null or ${visible('audience_id')})`,
  )
  .pluck();

/** Who asks, by the hash of their cookie, with what the head of every page says. */
export function viewerOf(cookies: string): Viewer | null {
  const token = /(?:^|; )guildhall=([^;]+)/.exec(cookies)?.[1];
  if (!token) return null;
  const row = bySession.get(sha256(token)) as { id: string; name: string; expiresAt: number } | undefined;
  if (!row || row.expiresAt <= Date.now()) return null;
  roles.all(row.id);
  return {
    id: row.id,
    name: row.name,
    organisation: organisation.get() as string,
    unread: unread.get({ viewer: row.id }) as number,
  };
}
