import { beforeAll, beforeEach, expect, it } from 'vitest';

import { hasFailed, takeDue } from '#app/notices/outbox.server.ts';
import { db } from '#db/database.server.ts';
import { messages } from '#db/schema/notices.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { messagesFor, statesFor, told } from './posted.ts';

let wei: TestPerson;
let nina: TestPerson;
beforeAll(async () => {
  wei = await somebody('Wei', 'administrator');
  nina = await somebody('Nina');
});
beforeEach(() => db.write((tx) => tx.delete(messages)));

/** A message for Nina that could not be delivered. */
const dead = async (text = 'The vault code is 4711') => {
  await told(nina, text, { kind: 'postmortem', path: '/postmortems/secret-place' });
  const taken = (await takeDue(now))!;
  await hasFailed(taken, { words: '550 No such mailbox', forGood: true }, now);
  return taken.id;
};
const posted = (path: string, fields: Record<string, string> = {}) => submit(path, fields, { as: wei });

it('teaches what it is for while it is empty, and that no mail is sent without a mail server', async () => {
  expect(await textOf(await visit('/messages', { as: wei }))).toMatch(/SMTP_URL.*Nothing waits/);
  expect(await textOf(await visit('/messages?pile=dead', { as: wei }))).toContain('All mail was taken');
  expect((await visit('/messages', { as: nina })).status).toBe(403);
});

it('shows for whom a message is and how its delivery goes, and never what it says', async () => {
  await dead();
  const page = await sentBy(await visit('/messages?pile=dead', { as: wei }));
  expect(page).toMatch(/Nina/);
  expect(page).toMatch(/550 No such mailbox/);
  expect(page).toContain('Postmortems you take part in');

  await told(nina, 'The vault code is 4711');
  await hasFailed((await takeDue(now))!, { words: '451 Later', forGood: false }, now);
  const waiting = await sentBy(await visit('/messages', { as: wei }));
  expect(waiting).toMatch(/451 Later/);
  for (const sent of [page, waiting]) expect(sent).not.toMatch(/4711|secret-place/);
});

it('tries one again, or all of them', async () => {
  const [first] = [await dead(), await dead(), await dead()];
  expect((await posted(`/messages/${first}/retry`)).status).toBe(303);
  expect((await statesFor(nina)).filter((state) => state === 'waiting')).toHaveLength(1);
  expect((await posted(`/messages/${first}/retry`)).status).toBe(404);
  expect((await messagesFor(nina)).find(({ id }) => id === first)).toMatchObject({
    attempts: 0,
    fault: null,
  });

  await posted('/messages/retries');
  expect(await statesFor(nina)).toEqual(['waiting', 'waiting', 'waiting']);
});

it('lets one go, and takes that back', async () => {
  const id = await dead();
  expect((await posted(`/messages/${id}/dropping`)).status).toBe(303);
  expect(await statesFor(nina)).toEqual(['dropped']);
  expect((await posted(`/messages/${id}/dropping`)).status).toBe(404);
  expect((await posted(`/messages/${id}/dropping`, { undo: 'yes' })).status).toBe(303);
  expect(await statesFor(nina)).toEqual(['dead']);
  expect((await posted(`/messages/${id}/dropping`, { undo: 'yes' })).status).toBe(404);
});

it('leads on through many, each shown once', async () => {
  for (let n = 0; n < 60; n++) await told(nina, `notice ${n}`, { at: now + Math.floor(n / 20) * minute });
  const seen: string[] = [];
  for (let path: string | undefined = '/messages'; path;) {
    const page = await sentBy(await visit(path, { as: wei }));
    seen.push(...[...page.matchAll(/id="message-(\w+)"/g)].map(([, id]) => id!));
    path = /href="([^"]+)"[^>]*rel="next"|rel="next"[^>]*href="([^"]+)"/
      .exec(page)
      ?.slice(1)
      .find(Boolean)
      ?.replaceAll('&amp;', '&');
  }
  expect(seen).toHaveLength(60);
  expect(new Set(seen).size).toBe(60);
});
