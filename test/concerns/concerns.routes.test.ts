import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { articles } from '#db/schema/answers.ts';
import { concerns } from '#db/schema/concerns.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';
import { eq } from 'drizzle-orm';

import { champions, concernOf, history, row } from './known.ts';

/** Pages go by the clock on the wall. */
const justNow = (by: TestPerson, words = {}) => concernOf(by, squad.id, { ...words, at: Date.now() });

let mara: TestPerson;
let ines: TestPerson;
let tove: TestPerson;
let squad: { id: string; name: string };
let made = 0;
beforeEach(async () => {
  [mara, ines, tove] = [await somebody('Mara'), await somebody('Ines'), await somebody('Tove', 'organiser')];
  squad = await squadOf(`Payments ${++made}`, mara, ines);
  await champions(squad.id, ines);
});

const written = (change: Record<string, string> = {}) => ({
  id: newId(),
  squad: squad.id,
  title: `Tokens in the log ${made}`,
  text: 'Everyone who reads the log can read the session tokens.',
  from: '/squads',
  ...change,
});
const mine = () => db.read.$count(concerns, eq(concerns.raisedBy, mara.id));

describe('raising a concern', () => {
  it('says where it goes, and why', async () => {
    expect(await textOf(await visit('/concerns/new', { as: mara }))).toContain(
      `It goes to Ines, champion of ${squad.name}.`,
    );
    expect(await textOf(await visit('/concerns/new', { as: ines }))).toContain(
      `${squad.name} has no champion and no advocate yet, so it goes to the security team.`,
    );
  });

  it('makes one of a form sent twice, and remembers the page it came from', async () => {
    const form = written({ asked: 'yes' });
    const sent = await Promise.all([1, 2].map(() => submit('/concerns/new', form, { as: mara })));
    for (const answer of sent)
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/concerns/${form.id}`]);
    expect(await mine()).toBe(1);
    expect((await row(form.id)).raisedFrom).toBe('/squads');
  });

  it('keeps what was typed when something is missing, and leads to no other site', async () => {
    const refused = await submit('/concerns/new', written({ title: '', from: '//evil.example' }), {
      as: mara,
    });
    expect(refused.status).toBe(422);
    expect(await sentBy(refused)).toContain('can read the session tokens.</textarea>');
    const form = written({ asked: 'yes', from: '//evil.example' });
    await submit('/concerns/new', form, { as: mara });
    expect((await row(form.id)).raisedFrom).toBe('/');
    expect(await sentBy(await visit(`/concerns/new?from=//evil.example`, { as: mara }))).not.toMatch(
      /(href|value)="\/\/evil/,
    );
  });

  it('with a squad that is not theirs asks where it should go', async () => {
    const other = await squadOf(`Search ${made}`);
    const refused = await submit('/concerns/new', written({ squad: other.id, asked: 'yes' }), { as: mara });
    expect(refused.status).toBe(422);
    expect(await mine()).toBe(0);
  });
});

it('what was answered before is shown first, and sent only when it is something else', async () => {
  const id = await justNow(mara);
  const closed = await submit(
    `/concerns/${id}/closing`,
    {
      seen: '1',
      note: '',
      learned: 'article',
      question: `May I keep quokka${made} tokens in a shared folder?`,
      answer: `No. Put quokka${made} tokens into the vault, and ask for a new one.`,
    },
    { as: ines },
  );
  expect(closed.status).toBe(303);

  const form = written({ title: `quokka${made} tokens lie around`, text: 'In a shared folder.' });
  const asked = await submit('/concerns/new', form, { as: mara });
  expect(asked.status).toBe(200);
  const page = await sentBy(asked);
  expect(page).toContain('Has this been answered?');
  expect(page).toContain(`quokka${made} tokens into the vault`);
  expect(page).toContain('In a shared folder.</textarea>');
  expect(await mine()).toBe(1);
  await submit('/concerns/new', { ...form, asked: 'yes' }, { as: mara });
  expect(await mine()).toBe(2);
});

describe('the page of a concern', () => {
  it('is there for who raised it and who holds it, and for nobody else', async () => {
    const id = await justNow(mara, { title: 'Zanzibar', text: 'Zanzibar' });
    for (const as of [mara, ines])
      expect(await sentBy(await visit(`/concerns/${id}`, { as }))).toContain('Zanzibar');
    const hidden = await visit(`/concerns/${id}`, { as: tove });
    expect(hidden.status).toBe(404);
    expect(await sentBy(hidden)).not.toContain('Zanzibar');
    const none = await submit(`/concerns/${id}/answer`, { note: 'Hello', seen: '1' }, { as: tove });
    expect(none.status).toBe(404);
  });

  it('lets its holder answer, and who raised it write again', async () => {
    const id = await justNow(mara);
    const answered = await submit(`/concerns/${id}/answer`, { note: 'Mask it.', seen: '1' }, { as: ines });
    expect([answered.status, answered.headers.get('Location')]).toEqual([303, `/concerns/${id}`]);
    await submit(`/concerns/${id}/reply`, { note: 'How?', seen: '2' }, { as: mara });
    expect(await textOf(await visit(`/concerns/${id}`, { as: ines }))).toMatch(/Mask it\..*How\?/);
    expect(await history(id)).toEqual(['raised by Mara', 'answered by Ines', 'replied by Mara']);
  });

  it('keeps what was typed when something happened in between', async () => {
    const id = await justNow(mara);
    await submit(`/concerns/${id}/reply`, { note: 'It is worse.', seen: '1' }, { as: mara });
    const late = await submit(`/concerns/${id}/answer`, { note: 'It is harmless.', seen: '1' }, { as: ines });
    expect(late.status).toBe(409);
    const page = await sentBy(late);
    expect(page).toContain('It is worse.');
    expect(page).toContain('It is harmless.</textarea>');
    expect(await history(id)).toEqual(['raised by Mara', 'replied by Mara']);
  });

  it('keeps what was typed by somebody who holds it no longer', async () => {
    const id = await justNow(mara);
    await submit(`/concerns/${id}/escalation`, { note: 'Beyond me.', seen: '1' }, { as: ines });
    const late = await submit(`/concerns/${id}/answer`, { note: 'A long answer.', seen: '2' }, { as: ines });
    expect(late.status).toBe(409);
    expect(await sentBy(late)).toContain('A long answer.');
  });

  it('asks for what is missing, beside the field', async () => {
    const id = await justNow(mara);
    const empty = await submit(`/concerns/${id}/escalation`, { note: ' ', seen: '1' }, { as: ines });
    expect([empty.status, (await row(id)).level]).toEqual([422, 'champion']);
    const closing = { seen: '1', note: 'Thanks.', learned: 'article', question: 'What now?', answer: '' };
    const half = await submit(`/concerns/${id}/closing`, closing, { as: ines });
    expect(half.status).toBe(422);
    expect(await sentBy(half)).toContain('value="What now?"');
    expect((await row(id)).state).toBe('open');
  });

  it('closes with nothing others could use', async () => {
    const id = await justNow(mara);
    await submit(`/concerns/${id}/closing`, { seen: '1', learned: 'nothing' }, { as: mara });
    expect((await row(id)).state).toBe('closed');
    expect(await db.read.$count(articles, eq(articles.concernId, id))).toBe(0);
  });
});

describe('a deputy', () => {
  const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  it('is named by e-mail, told, and called off again', async () => {
    const form = { from: soon(1), until: soon(5), deputy: tove.email };
    const said = await submit('/account/deputy', form, { as: ines });
    expect(said.status).toBe(303);
    expect(await textOf(await visit('/account/deputy', { as: tove }))).toContain('You stand in for Ines');
    const page = await sentBy(await visit('/account/deputy', { as: ines }));
    const [, id] = /\/account\/deputy\/([0-9a-z]{16})\/withdrawal/.exec(page)!;
    expect((await submit(`/account/deputy/${id}/withdrawal`, {}, { as: tove })).status).toBe(404);
    expect((await submit(`/account/deputy/${id}/withdrawal`, {}, { as: ines })).status).toBe(303);
    expect(await textOf(await visit('/account/deputy', { as: tove }))).not.toContain('You stand in');
  });

  it.each([
    ['days that are over', { from: soon(-3), until: soon(2), deputy: '' }],
    ['a last day before the first', { from: soon(3), until: soon(2), deputy: '' }],
    ['a day that is none', { from: '2026-02-31', until: soon(2), deputy: '' }],
    ['somebody who is not here', { from: soon(1), until: soon(2), deputy: 'Zebulon' }],
  ])('is asked for again after %s', async (_, form) => {
    const refused = await submit('/account/deputy', form, { as: ines });
    expect(refused.status).toBe(422);
    expect(await sentBy(refused)).toContain(`value="${form.until}"`);
  });
});
