import { beforeAll, describe, expect, it } from 'vitest';

import { askedAbout } from '#app/belts/attestations.server.ts';
import { evidenceUnderWayOf } from '#app/belts/review-queue.server.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { day } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { countsOf, explained, holder, rowOf, scan, submittedBy } from './evidence-world.ts';

const WORD = 'Quetzalcoatlus';
// What is served looks at the clock: who holds a belt holds it now.
const then = Date.now() - day;
let ilka: TestPerson;
let olga: TestPerson;
let tess: TestPerson;
beforeAll(async () => {
  ilka = await holder('Ilka Sommer', then);
  olga = await somebody('Olga Brandt', 'organiser');
  tess = await somebody('Tess Okafor');
});

const seen = async (path: string, as: TestPerson) => textOf(await visit(path, { as }));
const statusOf = async (path: string, as: TestPerson) => (await visit(path, { as })).status;
const post = (path: string, as: TestPerson, fields: Record<string, string> = {}) =>
  submit(path, fields, { as });

/** A draft begun on its page. */
async function begun(by: TestPerson, requirement = scan): Promise<string> {
  const made = await post('/evidence/new', by, { requirement });
  const [, id] = /^\/evidence\/([^/]+)\/edit$/.exec(made.headers.get('Location') ?? '') ?? [];
  return id!;
}
const written = { kind: 'evidence', links: 'https://git.northwind.example/42', until: '', version: '1' };

describe('evidence', () => {
  it('goes from the requirement to approval, by forms alone', async () => {
    const ada = await somebody('Ada Byron');
    expect(await seen(`/evidence/new?requirement=${scan}`, ada)).toContain(
      'Run a basic static analysis scan',
    );
    const id = await begun(ada);
    const page = `/evidence/${id}`;
    const again = await post('/evidence/new', ada, { requirement: scan });
    expect(again.headers.get('Location')).toBe(page);
    await post(`${page}/edit`, ada, { ...written, text: `I scanned the **${WORD}**.` });
    const draft = await sentBy(await visit(page, { as: ada }));
    expect(draft).toContain(`<strong>${WORD}</strong>`);
    expect(draft).toMatch(/rel="noopener noreferrer nofollow ugc"[^>]*>git\.northwind\.example/);
    await post(`${page}/submission`, ada);
    expect(await seen('/evidence', olga)).toContain('Ada Byron');

    const missing = await post(`${page}/return`, olga, { note: '  ', round: '1' });
    expect([missing.status, await textOf(missing)]).toEqual([
      422,
      expect.stringContaining('Say what is missing'),
    ]);
    await post(`${page}/return`, olga, { note: 'Which rule found it?', round: '1' });
    expect(await seen(page, ada)).toContain('Which rule found it?');
    await post(`${page}/comments`, ada, { note: 'The one about secrets.', round: '1' });
    await post(`${page}/submission`, ada);
    expect((await post(`${page}/approval`, olga, { note: '', round: '1' })).status).toBe(303);
    expect((await rowOf(id)).state).toBe('submitted');
    expect(await countsOf(ada)).toEqual([]);
    await post(`${page}/approval`, olga, { note: 'Nicely told apart.', round: '2' });
    await post(`${page}/approval`, ilka, { note: '', round: '2' });
    expect(await seen(page, ada)).toMatch(/It counts/);
    expect(await countsOf(ada)).toHaveLength(1);
  });

  it('answers 404 to everybody who has no part in it, and says nothing of it', async () => {
    const ada = await somebody('Ada Private');
    const id = await submittedBy(ada, { text: WORD }, then);
    const paths = [
      '',
      '/edit',
      '/colleagues',
      '/submission',
      '/comments',
      '/approval',
      '/return',
      '/withdrawal',
    ];
    for (const path of paths)
      for (const answer of [
        await visit(`/evidence/${id}${path}`, { as: tess }),
        await post(`/evidence/${id}${path || '/edit'}`, tess, { round: '1', note: 'x' }),
      ])
        expect([path, answer.status, (await sentBy(answer)).includes(WORD)]).toEqual([path, 404, false]);
    for (const path of ['/evidence', '/', '/notices']) {
      const answer = await sentBy(await visit(path, { as: tess }));
      expect(answer).not.toContain('Ada Private');
      expect(answer).not.toContain(id);
    }
    const shown = await visit(`/evidence/${id}`, { as: ilka });
    expect([shown.status, shown.headers.get('Cache-Control')]).toEqual([
      200,
      expect.stringMatching(/no-store/),
    ]);
  });

  it('shows both texts when two tabs were saved, and keeps what was typed', async () => {
    const ada = await somebody('Ada Twotabs');
    const page = `/evidence/${await begun(ada)}/edit`;
    await post(page, ada, { ...written, text: 'From the first tab.' });
    const second = await post(page, ada, { ...written, text: 'From the second tab.' });
    const words = await textOf(second);
    expect(second.status).toBe(409);
    expect(words).toContain('From the first tab.');
    expect(words).toContain('From the second tab.');
    expect(await sentBy(await visit(page, { as: ada }))).toMatch(/name="version" value="2"/);
    const wrong = await post(page, ada, {
      ...written,
      version: '2',
      text: 'Kept.',
      links: 'javascript:alert(1)',
    });
    expect(wrong.status).toBe(422);
    expect(await textOf(wrong)).toContain('Kept.');
  });

  it('keeps words that could not be saved because it is with the assessors', async () => {
    const ada = await somebody('Ada Late');
    const id = await submittedBy(ada, {}, then);
    const { version } = await rowOf(id);
    const late = await post(`/evidence/${id}/edit`, ada, {
      ...written,
      version: `${version}`,
      text: 'An hour’s words.',
    });
    expect(late.status).toBe(409);
    expect(await textOf(late)).toContain('An hour’s words.');
  });

  it('keeps the words of an assessor that came too late', async () => {
    const ada = await somebody('Ada Early');
    const id = await submittedBy(ada, {}, then);
    await post(`/evidence/${id}/submission`, ada, { undo: 'yes' });
    await post(`/evidence/${id}/submission`, ada);
    for (const step of ['approval', 'return']) {
      const late = await post(`/evidence/${id}/${step}`, ilka, { note: `Words of ${WORD}.`, round: '1' });
      expect([late.status, await textOf(late)]).toEqual([409, expect.stringContaining(`Words of ${WORD}.`)]);
    }
    expect((await rowOf(id)).state).toBe('submitted');
  });

  it('escapes what is written as HTML, in words, notes and links', async () => {
    const ada = await somebody('Ada Script');
    const id = await submittedBy(ada, { text: '<script>alert(1)</script> [x](javascript:alert(2))' }, then);
    await post(`/evidence/${id}/comments`, ilka, { note: '<img src=x onerror=alert(3)>', round: '1' });
    const html = await sentBy(await visit(`/evidence/${id}`, { as: ada }));
    const body = html.replaceAll(/<script[^>]*nonce[\s\S]*?<\/script>/g, '');
    expect(body).not.toMatch(/<script>alert|href="javascript|<img src=x/);
  });

  it('can be taken back, withdrawn and taken up again', async () => {
    const ada = await somebody('Ada Back');
    const id = await submittedBy(ada, {}, then);
    await post(`/evidence/${id}/submission`, ada, { undo: 'yes' });
    expect(await statusOf(`/evidence/${id}`, ilka)).toBe(404);
    await post(`/evidence/${id}/withdrawal`, ada);
    expect(await evidenceUnderWayOf(ada.id)).toEqual([]);
    await post(`/evidence/${id}/withdrawal`, ada, { undo: 'yes' });
    expect(await evidenceUnderWayOf(ada.id)).toMatchObject([{ id, state: 'draft' }]);
  });

  it('is begun for nothing that no belt asks for', async () => {
    expect(await statusOf('/evidence/new?requirement=green/nothing', tess)).toBe(404);
    expect((await post('/evidence/new', tess, { requirement: 'green/nothing' })).status).toBe(404);
    expect(await seen('/evidence/new', tess)).toContain('Explain the OWASP Top 10');
  });
});

describe('a colleague who was there', () => {
  it('is named, asked, and answers on a page of their own; the evidence leads there', async () => {
    const [ada, kai, lena] = [
      await somebody('Ada Led'),
      await somebody('Kai There'),
      await somebody('Lena There'),
    ];
    const id = await begun(ada, explained);
    const page = `/evidence/${id}`;
    await post(`${page}/edit`, ada, { ...written, text: `About ${WORD}.` });
    const wrong = await post(`${page}/colleagues`, ada, { person: 'Nobody At All' });
    expect([wrong.status, await sentBy(wrong)]).toEqual([422, expect.stringContaining('Nobody At All')]);
    for (const { email } of [kai, lena]) await post(`${page}/colleagues`, ada, { person: email });
    await post(`${page}/submission`, ada);

    const asked = `/attestations/${await askedAbout('evidence', id, kai.id)}`;
    expect((await noticesOf(kai, null)).notices[0]).toMatchObject({ path: asked });
    expect((await visit(page, { as: kai })).headers.get('Location')).toBe(asked);
    const shown = await visit(asked, { as: kai });
    expect(shown.headers.get('Cache-Control')).toMatch(/no-store/);
    const words = await sentBy(shown);
    expect(words).toContain(WORD);
    // Links, files, history and other colleagues are not a colleague's to see.
    expect(words).not.toContain('git.northwind.example');
    expect(words).not.toContain('Lena There');
    for (const other of [ada, lena, ilka, olga, tess]) expect(await statusOf(asked, other)).toBe(404);
    expect((await post(asked, lena, { answer: 'confirmed' })).status).toBe(404);

    await post(asked, kai, { answer: 'declined' });
    expect(await seen(page, ilka)).toContain('could not confirm it');
    await post(asked, kai, { answer: 'confirmed' });
    expect(await seen(page, ilka)).toContain('1 of 2 confirmed');
    await post(asked, kai, { answer: '' });
    expect(await seen(page, ilka)).toContain('0 of 2 confirmed');
    expect((await post(asked, kai, { answer: 'perhaps' })).status).toBe(400);
  });
});

describe('two who approve each other’s work', () => {
  it('are for organisers to see, on the review page and on the evidence, and for nobody else', async () => {
    const [ann, ben] = [await holder('Ann Both', then), await holder('Ben Both', then)];
    const his = await submittedBy(ben, {}, then);
    const hers = await submittedBy(ann, {}, then);
    await post(`/evidence/${his}/approval`, ann, { round: '1' });
    await post(`/evidence/${hers}/approval`, ben, { round: '1' });
    const flag = 'Looked at each other’s work';
    for (const path of ['/evidence', `/evidence/${his}`]) {
      expect(await seen(path, olga)).toContain(flag);
      for (const other of [ann, ben, ilka]) expect(await seen(path, other)).not.toContain(flag);
    }
  });
});
