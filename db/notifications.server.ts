import pg from 'pg';

import { type Announcement, ofNotification } from './announcements.ts';

/** The channel of PostgreSQL's NOTIFY, the same for every process of one installation. */
export const CHANNEL = 'guildhall';

/** ms to wait before the connection is tried again, after so many that failed */
const waitAfter = (failures: number) => Math.min(250 * 2 ** failures, 15_000);

/**
 * Hears what other processes (and this one) announce, over a connection of its own: one that comes back after it broke,
 * and then says that something may have been missed. Nothing is asked while nothing happens.
 */
export function hearNotifications(
  url: string,
  { hear, miss }: { hear(announcement: Announcement): void; miss(): void },
): { close(): Promise<void> } {
  let client: pg.Client | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let closed = false;

  async function connect(): Promise<void> {
    const made = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: 'guildhall live',
    });
    client = made;
    let over = false;
    const retry = () => {
      if (over) return;
      over = true;
      made.end().catch(() => {});
      if (closed) return;
      again = setTimeout(() => void connect(), waitAfter(failures++)).unref();
    };
    made.on('error', retry);
    made.on('end', retry);
    made.on('notification', ({ payload }) => hear(ofNotification(payload ?? '')));
    try {
      await made.connect();
      await made.query(`listen ${CHANNEL}`);
      failures = 0;
      // Also the first time: who listens began before this connection did.
      miss();
    } catch {
      retry();
    }
  }

  const begun = connect();
  return {
    async close() {
      closed = true;
      clearTimeout(again);
      await begun;
      await client?.end().catch(() => {});
    },
  };
}
