import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { newToken, sha256 } from '#app/accounts/secrets.server.ts';
import { takeLettersOut } from '#app/office-hours/taking-out.server.ts';
import { db } from '#db/database.server.ts';
import { sessions } from '#db/schema/accounts.ts';
import { letterBox, questions } from '#db/schema/office-hours.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

const QUARTER = 15 * 60_000;
const DAY = 86_400_000;
let mark = Date.now() - (Date.now() % QUARTER);
let mara: TestPerson;
let tove: TestPerson;
let written: string[] = [];
beforeEach(async () => {
  mara = await somebody('Mara Lindqvist');
  tove = await somebody('Tove Berg', 'organiser');
  written = [];
  process.env.LOG = 'on';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterEach(() => {
  process.env.LOG = 'off';
  vi.restoreAllMocks();
});

const letter = (change: Record<string, string> = {}) => ({
  secret: newToken(),
  title: 'A key in the wiki',
  text: 'It is not mine.',
  asked: 'yes',
  ...change,
});
const rowOf = async (secret: string) =>
  (
    await db.read
      .select()
      .from(questions)
      .where(eq(questions.secretHash, sha256(secret)))
  )[0];
const lies = (secret: string) => db.read.$count(letterBox, eq(letterBox.secretHash, sha256(secret)));
const everySession = () => db.read.select().from(sessions);

describe('asking without a name', () => {
  it('is for those who are signed in, and is answered with the link, in the page alone', async () => {
    const form = letter();
    const nobody = await submit('/nameless', form);
    expect(nobody.headers.get('Location')).toMatch(/^\/sign-in/);
    const sent = await submit('/nameless', form, { as: mara });
    expect(sent.status).toBe(200);
    expect(await sentBy(sent)).toContain(`/nameless/${form.secret}"`);
    expect(JSON.stringify([...sent.headers])).not.toContain(form.secret);
    expect(await lies(form.secret)).toBe(1);
    await submit('/nameless', form, { as: mara });
    expect(await lies(form.secret)).toBe(1);
  });

  it('gives other words from the same form a link of their own', async () => {
    const form = letter();
    await submit('/nameless', form, { as: mara });
    const page = await sentBy(await submit('/nameless', { ...form, text: 'Nor yours.' }, { as: mara }));
    expect(page).not.toContain(form.secret);
    const link = /\/nameless\/([\w-]{43})"/.exec(page)![1]!;
    expect(await textOf(await visit(`/nameless/${link}`))).toContain('Nor yours.');
  });

  it('keeps what was typed when it is refused, and the link that was made for it', async () => {
    const form = letter({ title: '' });
    const refused = await submit('/nameless', form, { as: mara });
    expect(refused.status).toBe(422);
    const page = await sentBy(refused);
    expect(page).toContain('It is not mine.</textarea>');
    expect(page).toContain(`value="${form.secret}"`);
    expect((await submit('/nameless', letter({ secret: 'mine' }), { as: mara })).status).toBe(422);
  });

  it('is let through often, and not without end', async () => {
    const statuses = [];
    for (let at = 0; at < 21; at += 1)
      statuses.push((await submit('/nameless', letter(), { as: mara })).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    const last = await submit('/nameless', letter({ text: 'Kept' }), { as: mara });
    expect(last.status).toBe(429);
    expect(await sentBy(last)).toContain('Kept</textarea>');
    expect((await submit('/nameless', letter(), { as: tove })).status).toBe(200);
  });
});

describe('what is behind the link', () => {
  it('opens to whoever has it, signed in or not, and takes a further word', async () => {
    const form = letter();
    await submit('/nameless', form, { as: mara });
    const path = `/nameless/${form.secret}`;
    expect(await textOf(await visit(path))).toContain('It is not mine.');
    await takeLettersOut((mark += QUARTER));
    const { id } = (await rowOf(form.secret))!;
    await submit(`/questions/${id}/replies`, { text: 'Revoke it.', seen: '1' }, { as: tove });
    for (const as of [undefined, mara, tove])
      expect(await textOf(await visit(path, { as }))).toContain('Revoke it.');
    const more = await submit(path, { text: 'Done.' });
    expect([more.status, more.headers.get('Location')]).toEqual([303, path]);
    expect((await submit(path, { text: ' ' })).status).toBe(422);
    expect(await textOf(await visit(path))).toContain('Done.');
    await takeLettersOut((mark += QUARTER));
    expect(await textOf(await visit(`/questions/${id}`, { as: tove }))).toContain('Done.');
    expect((await visit(`/questions/${id}`, { as: mara })).status).toBe(404);
  });

  it('is nothing for a guess; many are answered slowly', async () => {
    const address = '203.0.113.77';
    const guess = await visit(`/nameless/${newToken()}`, { address });
    expect(guess.status).toBe(404);
    expect((await submit(`/nameless/${newToken()}`, { text: 'Hello' }, { address })).status).toBe(404);
    for (let at = 0; at < 60; at += 1) await visit(`/nameless/${newToken()}.data`, { address });
    const last = await visit(`/nameless/${newToken()}`, { address });
    expect([last.status, Number(last.headers.get('Retry-After')) > 0]).toEqual([429, true]);
  });
});

describe('nothing tells of it afterwards', () => {
  const everything = async (as: TestPerson) => {
    const form = letter();
    const path = `/nameless/${form.secret}`;
    return [
      await visit('/nameless', { as }),
      await visit('/nameless.data', { as }),
      await submit('/nameless', form, { as }),
      await visit(path, { as }),
      await visit(`${path}.data`, { as }),
      await submit(path, { text: 'More.' }, { as }),
      await submit(`/Nameless/${form.secret}/`, { text: 'And more.' }, { as }),
      await visit(`/%6eameless/${form.secret}`, { as }),
      await visit('/nameless/guess', { as }),
      await visit('/nameless/no/such/page', { as }),
      await visit(`/__manifest?p=${path}`, { as }),
    ];
  };

  it('no line in the log, and nothing by which one could be found', async () => {
    const answers = await everything(mara);
    expect(written).toEqual([]);
    for (const { status, headers } of answers) {
      expect(status).toBeLessThan(500);
      expect(headers.get('X-Request-Id')).toBeNull();
      expect(headers.get('ETag')).toBeNull();
      expect(headers.get('Referrer-Policy')).toBe('strict-origin');
    }
    for (const { headers } of answers.slice(0, 8)) expect(headers.get('Cache-Control')).toMatch(/no-store/);
    await visit('/questions', { as: mara });
    expect(written).toHaveLength(1);
  });

  it('no session lasts longer or is gone, as it would after any other page', async () => {
    await db.write((tx) =>
      tx
        .update(sessions)
        .set({ expiresAt: Date.now() + DAY })
        .where(eq(sessions.personId, mara.id)),
    );
    await db.write((tx) =>
      tx
        .update(sessions)
        .set({ expiresAt: Date.now() - DAY })
        .where(eq(sessions.personId, tove.id)),
    );
    const before = await everySession();
    for (const { headers } of await everything(mara)) expect(headers.getSetCookie()).toEqual([]);
    expect((await visit('/nameless', { as: tove })).headers.get('Location')).toMatch(/^\/sign-in/);
    expect(await everySession()).toEqual(before);

    await visit('/questions', { as: mara });
    await visit('/questions', { as: tove });
    expect(await everySession()).not.toEqual(before);
    expect(await db.read.$count(sessions, eq(sessions.personId, tove.id))).toBe(0);
  });

  it('nothing in the database but the letter: no version of a table is raised by it', async () => {
    const before = await db.versions();
    const form = letter();
    await submit('/nameless', form, { as: mara });
    await visit(`/nameless/${form.secret}`, { as: mara });
    expect(await lies(form.secret)).toBe(1);
    expect(await db.versions()).toEqual(before);
  });
});
