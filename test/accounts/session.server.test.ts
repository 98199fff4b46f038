import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';

import {
  currentViewer,
  endSessionByKey,
  endSessionsOf,
  sessionsOf,
  startSession,
} from '#app/accounts/session.server.ts';
import { sha256 } from '#app/accounts/secrets.server.ts';
import { db } from '#db/database.server.ts';
import { people, sessions } from '#db/schema/accounts.ts';
import { now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

const asking = (cookie: string) =>
  currentViewer({
    request: new Request('http://guildhall.test/', { headers: { Cookie: cookie } }),
    context: { nonce: '', requestId: '', address: '' },
  });

it('knows who asks by the cookie alone', async () => {
  const nina = await somebody('Nina', 'organiser');
  expect(await asking(nina.cookie)).toMatchObject({ id: nina.id, name: 'Nina', roles: ['organiser'] });
  expect(await asking('guildhall=made-up')).toBeNull();
  expect(await asking('')).toBeNull();
});

it('a stolen database opens no session: what it holds is no cookie', async () => {
  const nina = await somebody('Nina');
  const token = nina.cookie.split('=')[1]!;
  const [row] = await db.read.select().from(sessions).where(eq(sessions.personId, nina.id));
  expect(row!.id).toBe(sha256(token));
  expect(JSON.stringify(row)).not.toContain(token);
  expect(await asking(`guildhall=${row!.id}`)).toBeNull();
});

it('ends when it runs out', async () => {
  const nina = await somebody('Nina');
  await db.write((tx) =>
    tx
      .update(sessions)
      .set({ expiresAt: Date.now() - 1 })
      .where(eq(sessions.personId, nina.id)),
  );
  expect(await asking(nina.cookie)).toBeNull();
});

it('opens nothing for somebody who was deactivated, even if a row was left', async () => {
  const nina = await somebody('Nina');
  await db.write((tx) => tx.update(people).set({ deactivatedAt: now }).where(eq(people.id, nina.id)));
  expect(await asking(nina.cookie)).toBeNull();
});

it('one person ends their own sessions and nobody else’s', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  const other = (await startSession(nina.id, 'elsewhere')).split(';')[0]!;
  const [theirs] = await sessionsOf(jonas.id, now);
  expect(await endSessionByKey(nina.id, theirs!.key)).toBe(false);
  expect(await asking(jonas.cookie)).not.toBeNull();

  const key = sha256(other.split('=')[1]!);
  expect(await endSessionByKey(nina.id, key)).toBe(true);
  expect(await asking(other)).toBeNull();
  expect(await asking(nina.cookie)).not.toBeNull();

  await startSession(nina.id, 'elsewhere');
  await endSessionsOf(nina.id, sha256(nina.cookie.split('=')[1]!));
  expect(await sessionsOf(nina.id, now)).toHaveLength(1);
  expect(await asking(nina.cookie)).not.toBeNull();
});
