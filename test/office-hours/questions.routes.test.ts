import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { articlesPage } from '#app/answers/articles.server.ts';
import { repliesTo } from '#app/office-hours/visible-question.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { articles, helpfulness } from '#db/schema/answers.ts';
import { questions } from '#db/schema/office-hours.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

let mara: TestPerson;
let tom: TestPerson;
let tove: TestPerson;
let made = 0;
beforeEach(async () => {
  made += 1;
  [mara, tom, tove] = [
    await somebody('Mara Lindqvist'),
    await somebody('Tom Adeyemi'),
    await somebody('Tove Berg', 'organiser'),
  ];
});

const asked = async (change: Record<string, string> = {}) => {
  const form = {
    id: newId(),
    title: `Numbat${made}`,
    text: 'May tests hold real addresses?',
    asked: 'yes',
    ...change,
  };
  const answer = await submit('/questions/new', form, { as: mara });
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/questions/${form.id}`]);
  return form.id;
};
const row = async (id: string) => (await db.read.select().from(questions).where(eq(questions.id, id)))[0]!;
const answered = async (id: string, text = 'No: make them up.') =>
  submit(`/questions/${id}/replies`, { text, seen: '1' }, { as: tove });

it('everybody reads what was asked openly; who may answer does', async () => {
  const id = await asked();
  expect(await textOf(await visit(`/questions/${id}`, { as: tom }))).toContain('real addresses');
  expect((await submit(`/questions/${id}/replies`, { text: 'Hm.', seen: '1' }, { as: tom })).status).toBe(
    409,
  );
  expect((await answered(id)).status).toBe(303);
  expect(await row(id)).toMatchObject({ state: 'answered', version: 2 });
  const page = await textOf(await visit(`/questions/${id}`, { as: mara }));
  expect(page).toContain('No: make them up.');
});

it('keeps what was typed when it is refused', async () => {
  const empty = await submit('/questions/new', { id: newId(), title: ' ', text: 'Kept' }, { as: mara });
  expect(empty.status).toBe(422);
  expect(await sentBy(empty)).toContain('Kept</textarea>');
  const id = await asked();
  await answered(id);
  const stale = await submit(`/questions/${id}/replies`, { text: 'Also kept', seen: '1' }, { as: tove });
  expect(stale.status).toBe(409);
  const page = await sentBy(stale);
  expect(page).toContain('Also kept</textarea>');
  expect(page).toContain('No: make them up.');
  expect((await submit(`/questions/${id}/replies`, { text: '', seen: '2' }, { as: tove })).status).toBe(422);
  expect(await repliesTo(id)).toHaveLength(1);
});

it('is closed by whoever asked', async () => {
  const id = await asked();
  expect((await submit(`/questions/${id}/closing`, { seen: '1' }, { as: tom })).status).toBe(409);
  expect((await submit(`/questions/${id}/closing`, { seen: '1' }, { as: mara })).status).toBe(303);
  expect((await row(id)).state).toBe('closed');
});

describe('an article of an answer', () => {
  it('is filled in already, is found afterwards, and leads back to its question', async () => {
    const id = await asked();
    await answered(id, `Never: quoll${made} makes them up.`);
    const form = await sentBy(await visit(`/questions/${id}/article`, { as: tove }));
    expect(form).toContain(`value="Numbat${made}"`);
    expect(form).toContain(`quoll${made} makes them up.</textarea>`);
    const words = { question: `Real addresses, quoll${made}?`, answer: `quoll${made} makes some up.` };
    const made1 = await submit(`/questions/${id}/article`, words, { as: tove });
    const made2 = await submit(`/questions/${id}/article`, words, { as: tove });
    const to = made1.headers.get('Location')!;
    expect([made1.status, made2.headers.get('Location')]).toEqual([303, to]);
    expect((await articlesPage(`quoll${made}`, null)).articles).toHaveLength(1);
    const [article] = await db.read.select().from(articles).where(eq(articles.questionId, id));
    expect(article).toMatchObject({ ...words, concernId: null, writtenBy: tove.id });
    expect(await sentBy(await visit(to, { as: tom }))).toContain(`href="/questions/${id}"`);
    expect(await sentBy(await visit(`/questions/${id}`, { as: tom }))).toContain(`href="${to}"`);

    const like = await submit(
      '/questions/new',
      { id: newId(), title: `quoll${made} addresses`, text: '' },
      { as: tom },
    );
    expect(like.status).toBe(200);
    expect(await sentBy(like)).toContain(`quoll${made} makes some up.`);
  });

  it('is for those who answer to make', async () => {
    const id = await asked();
    for (const answer of [
      await visit(`/questions/${id}/article`, { as: mara }),
      await submit(`/questions/${id}/article`, { question: 'Q', answer: 'A' }, { as: mara }),
    ])
      expect(answer.status).toBe(403);
  });

  it('is asked about: one voice each, which may change; numbers from five on', async () => {
    const id = await asked();
    await answered(id);
    const answer = { question: `Wombat${made}`, answer: 'Yes.' };
    const to = (await submit(`/questions/${id}/article`, answer, { as: tove })).headers.get('Location')!;
    const say = (helped: string, as: TestPerson) => submit(`${to}/helpfulness`, { helped }, { as });
    expect((await say('yes', mara)).status).toBe(303);
    await say('no', mara);
    expect(await db.read.$count(helpfulness, eq(helpfulness.articleId, to.split('/').at(-1)!))).toBe(1);
    expect((await say('perhaps', mara)).status).toBe(422);
    expect(await textOf(await visit(to, { as: tove }))).toContain('One person found');
    expect(await sentBy(await visit(to, { as: tom }))).not.toContain('found');
    for (let voice = 0; voice < 5; voice += 1) await say('yes', await somebody(`Voice ${voice}`));
    expect(await textOf(await visit(to, { as: tom }))).toContain('It helped 5 people.');
    expect((await submit('/answers/nothing/helpfulness', { helped: 'yes' }, { as: tom })).status).toBe(404);
  });
});
