import { expect, it } from 'vitest';

import { noticesOf, tell, unreadCount } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

const told = (personId: string, text: string, path?: string) =>
  db.write((tx) => tell(tx, { personId, text, now, ...(path && { path }) }));

it('shows what is new, and leads where it happened', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  await told(nina.id, 'Your squad has a new name', '/squads');
  expect(await textOf(await visit('/notices', { as: nina }))).toMatch(
    /Notices 1 .*New .*Your squad has a new name/,
  );
  expect(await textOf(await visit('/notices', { as: jonas }))).toContain('Nothing to tell you');

  const [notice] = (await noticesOf(nina, null)).notices;
  expect((await submit(`/notices/${notice!.id}/reading`, {}, { as: jonas })).status).toBe(404);
  const read = await submit(`/notices/${notice!.id}/reading`, {}, { as: nina });
  expect([read.status, read.headers.get('Location')]).toEqual([303, '/squads']);
  expect(await unreadCount(nina.id)).toBe(0);
  expect(await textOf(await visit('/notices', { as: nina }))).not.toContain('Mark all as read');
});

it('leads to no other site, whatever was stored', async () => {
  const nina = await somebody('Nina');
  await told(nina.id, 'A trap', '//evil.example/');
  await told(nina.id, 'No place');
  for (const { id } of (await noticesOf(nina, null)).notices) {
    const location = (await submit(`/notices/${id}/reading`, {}, { as: nina })).headers.get('Location');
    expect(['/', '/notices']).toContain(location);
  }
});

it('marks all as read in one step', async () => {
  const nina = await somebody('Nina');
  for (const text of ['one', 'two']) await told(nina.id, text);
  expect((await submit('/notices', {}, { as: nina })).status).toBe(303);
  expect(await unreadCount(nina.id)).toBe(0);
});
