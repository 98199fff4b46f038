/** What the tests of this room ask the database about its outbox. */
import { asc, eq } from 'drizzle-orm';

import { deliver } from '#app/notices/delivery.server.ts';
import type { Kind } from '#app/notices/kinds.ts';
import { openMail } from '#app/notices/mail.server.ts';
import type { Writer } from '#app/notices/notice-letter.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';
import { messages } from '#db/schema/notices.ts';
import { now } from '#test/support/clock.ts';

/** The messages for somebody, as they lie there. */
export const messagesFor = ({ id }: { id: string }) =>
  db.read.select().from(messages).where(eq(messages.personId, id)).orderBy(asc(messages.madeAt));

export const statesFor = async (person: { id: string }) =>
  (await messagesFor(person)).map(({ state }) => state);

type More = { kind?: Kind; path?: string; audienceId?: string; at?: number };

export const told = ({ id }: { id: string }, text: string, { at = now, ...more }: More = {}) =>
  db.write((tx) => tell(tx, { personId: id, text, now: at, ...more }));

/** Sends what is due at a moment to a mail server. */
export const deliverAt = (at: number, url: string, writers: Record<string, Writer> = {}) =>
  deliver({
    open: () =>
      openMail(
        { url, from: { name: 'Guildhall', address: 'guildhall@northwind.example' } },
        process.env.ORIGIN!,
      ),
    writers,
    clock: () => at,
    stopping: new AbortController().signal,
  });
