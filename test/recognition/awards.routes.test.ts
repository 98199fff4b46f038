import { beforeEach, describe, expect, it } from 'vitest';
import { and, desc, eq } from 'drizzle-orm';

import { paths } from '#app/paths.ts';
import { voteOn } from '#app/recognition/deciding.server.ts';
import { changeStock } from '#app/recognition/stock.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { definedAwards, nominations, rewardRequests } from '#db/schema/recognition.ts';
import { pageAfter, sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { granted, nominated, nominationRow } from './award-world.ts';

const REASON = 'Found the open door.';
let jonas: TestPerson, noor: TestPerson, wei: TestPerson, mara: TestPerson, ines: TestPerson;
beforeEach(async () => {
  jonas = await somebody('Jonas Brandt');
  noor = await somebody('Noor Haddad');
  wei = await somebody('Wei Chen');
  mara = await somebody('Mara Lindqvist', 'organiser');
  ines = await somebody('Ines Moreau', 'organiser');
});
const status = async (path: string, as: TestPerson) => (await visit(path, { as })).status;

describe('a nomination', () => {
  const form = () => ({
    id: newId(),
    award: 'bug-hunter',
    person: `${noor.name} <${noor.email}>`,
    reason: REASON,
    known: 'yes',
  });

  it('is made by anybody, with a reason, and what was typed is still there without one', async () => {
    const refused = await submit(
      paths.newNomination(),
      { ...form(), reason: '', award: 'automation' },
      { as: jonas },
    );
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain(noor.email);
    expect(html).toMatch(/value="automation" selected|selected="" value="automation"/);
    const fields = form();
    for (let nth = 0; nth < 2; nth += 1)
      expect((await submit(paths.newNomination(), fields, { as: jonas })).headers.get('Location')).toBe(
        paths.nomination(fields.id),
      );
    expect(await db.read.$count(nominations, eq(nominations.byId, jonas.id))).toBe(1);
  });

  it('says what to do when it is refused', async () => {
    for (const [as, changed, words] of [
      [noor, {}, 'That is you'],
      [jonas, { award: 'mentor' }, 'comes by itself'],
      [jonas, { person: 'Nobody Atall' }, 'Nobody here has that name'],
    ] as const) {
      const answer = await submit(paths.newNomination(), { ...form(), ...changed }, { as });
      expect(answer.status).toBe(422);
      expect(await textOf(answer)).toContain(words);
    }
  });

  it('is seen by its nominator and those who decide, and by nobody else', async () => {
    const id = await nominated(jonas, noor, Date.now());
    for (const path of [paths.nomination(id), paths.nominationVote(id)]) {
      for (const as of [jonas, mara, ines]) {
        const page = await visit(path, { as });
        expect(page.status).toBe(200);
        expect(page.headers.get('Cache-Control')).toContain('no-store');
      }
      for (const as of [noor, wei]) expect(await status(path, as)).toBe(404);
    }
    for (const as of [jonas, mara, noor, wei])
      expect(await status(paths.nominationCelebration(id), as)).toBe(404);
    // Nothing that its nominee can open tells of it.
    for (const path of [paths.awards(), paths.rewards(), '/notices', '/'])
      expect(await sentBy(await visit(path, { as: noor }))).not.toContain(id);
    for (const as of [noor, wei]) {
      const vote = await submit(paths.nominationVote(id), { vote: 'yes' }, { as });
      expect(vote.status).toBe(404);
      expect((await submit(paths.nominationWithdrawal(id), {}, { as })).status).toBe(404);
    }
  });

  it('is withdrawn and brought back by its nominator, with a word on why not', async () => {
    const id = await nominated(jonas, noor, Date.now());
    const withdrawal = (fields: Record<string, string>, as = jonas) =>
      submit(paths.nominationWithdrawal(id), fields, { as });
    expect((await withdrawal({})).headers.get('Location')).toBe(paths.awards());
    expect((await nominationRow(id)).state).toBe('withdrawn');
    expect((await withdrawal({ undo: 'yes' }, noor)).status).toBe(404);
    const back = await withdrawal({ undo: 'yes' });
    expect(back.headers.get('Location')).toBe(paths.nomination(id));
    expect((await nominationRow(id)).state).toBe('open');
    await withdrawal({});
    await nominated(wei, noor, Date.now());
    const refused = await pageAfter(await withdrawal({ undo: 'yes' }), jonas);
    expect(await textOf(refused)).toContain('Somebody has put them forward');
    expect((await nominationRow(id)).state).toBe('withdrawn');
  });

  it('stays closed to its nominee when it is declined, and opens to them alone when it is given', async () => {
    const now = Date.now();
    const declined = await nominated(jonas, noor, now, 'automation');
    for (const by of [mara, ines]) await voteOn(by, declined, { vote: 'no', note: 'Not yet.' }, now);
    for (const path of [paths.nomination(declined), paths.nominationCelebration(declined)])
      expect(await status(path, noor)).toBe(404);
    const told = await textOf(await visit(paths.nomination(declined), { as: jonas }));
    expect(told).not.toContain('Not yet.');
    expect(told).not.toContain(mara.name);

    const id = await nominated(jonas, noor, now);
    for (const by of [mara, ines])
      await submit(paths.nominationVote(id), { vote: 'yes', note: 'For us.' }, { as: by });
    expect((await nominationRow(id)).state).toBe('given');
    expect((await visit(paths.nomination(id), { as: noor })).headers.get('Location')).toBe(
      paths.nominationCelebration(id),
    );
    const celebrated = await sentBy(await visit(paths.nominationCelebration(id), { as: noor }));
    expect(celebrated).toContain(REASON);
    expect(celebrated).toContain(jonas.name);
    expect(celebrated).not.toContain('For us.');
    for (const as of [jonas, mara, wei]) expect(await status(paths.nominationCelebration(id), as)).toBe(404);
  });

  it('keeps a note although no vote was chosen', async () => {
    const id = await nominated(jonas, noor, Date.now());
    const answer = await submit(paths.nominationVote(id), { note: 'I was there.' }, { as: mara });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('I was there.');
  });

  it('lies in a queue for those who decide', async () => {
    const id = await nominated(jonas, noor, Date.now());
    expect(await sentBy(await visit(paths.nominations(), { as: mara }))).toContain(id);
    for (const as of [jonas, noor, wei]) expect(await status(paths.nominations(), as)).toBe(404);
  });
});

it('an award is defined, changed with both texts shown where two did, and retired with a way back', async () => {
  const name = `Calm ${newId()}`;
  expect((await submit(paths.newAward(), { name, about: 'Kept calm.' }, { as: wei })).status).toBe(403);
  expect((await submit(paths.newAward(), { name, about: 'Kept calm.' }, { as: mara })).status).toBe(303);
  const again = await submit(paths.newAward(), { name, about: 'Kept calm.' }, { as: mara });
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('Kept calm.');
  const [award] = await db.read.select().from(definedAwards).where(eq(definedAwards.name, name));
  const edit = paths.editAward(award!.key);
  await submit(edit, { name, about: 'Kept everybody calm.', version: '1' }, { as: mara });
  const late = await submit(edit, { name, about: 'Was calm.', version: '1' }, { as: ines });
  expect(late.status).toBe(409);
  const html = await late.text();
  for (const text of ['Kept everybody calm.', 'Was calm.']) expect(html).toContain(text);
  const retired = async () =>
    (await db.read.select().from(definedAwards).where(eq(definedAwards.name, name)))[0]!.retiredAt !== null;
  await submit(paths.awardRetirement(award!.key), {}, { as: mara });
  expect(await retired()).toBe(true);
  await submit(paths.awardRetirement(award!.key), { undo: 'yes' }, { as: mara });
  expect(await retired()).toBe(false);
  expect(await status(paths.editAward('bug-hunter'), mara)).toBe(404);
});

describe('a reward', () => {
  const ADDRESS = 'Kastanienallee 7';
  const put = (size = 'M') =>
    changeStock(mara, 'hoodie', { id: newId(), size, change: 5, note: 'Ordered.' }, Date.now());
  async function asked(): Promise<string> {
    await put();
    const fields = { id: newId(), grant: await granted(noor, Date.now()), size: 'M', address: ADDRESS };
    const answer = await submit(paths.reward('hoodie'), fields, { as: noor });
    expect(answer.headers.get('Location')).toBe(paths.rewardRequest(fields.id));
    return fields.id;
  }
  const row = async (id: string) =>
    (await db.read.select().from(rewardRequests).where(eq(rewardRequests.id, id)))[0]!;

  it('is asked for, and seen by its person and organisers alone', async () => {
    const id = await asked();
    for (const as of [noor, mara]) {
      const page = await visit(paths.rewardRequest(id), { as });
      expect(page.headers.get('Cache-Control')).toContain('no-store');
      expect(await sentBy(page)).toContain(ADDRESS);
    }
    for (const as of [wei, jonas]) expect(await status(paths.rewardRequest(id), as)).toBe(404);
    for (const as of [wei, noor]) {
      expect(await status(paths.rewardRequests(), as)).toBe(403);
      expect(await status(paths.rewardStock('hoodie'), as)).toBe(403);
      for (const path of [paths.rewardApproval(id), paths.rewardShipping(id), paths.rewardDeclining(id)])
        expect((await submit(path, { note: 'x' }, { as })).status).toBe(403);
    }
    expect((await submit(paths.rewardWithdrawal(id), {}, { as: wei })).status).toBe(404);
    const queue = await sentBy(await visit(paths.rewardRequests(), { as: mara }));
    expect(queue).not.toContain(ADDRESS);
    expect((await row(id)).state).toBe('requested');
  });

  it('keeps what was typed when it is refused', async () => {
    await put();
    await granted(noor, Date.now());
    const answer = await submit(
      paths.reward('hoodie'),
      { id: newId(), grant: 'nothing', size: 'M', address: ADDRESS },
      { as: noor },
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(ADDRESS);
  });

  it('is approved, taken back, approved and sent; then nobody reads the address', async () => {
    const id = await asked();
    await submit(paths.rewardApproval(id), {}, { as: mara });
    await submit(paths.rewardApproval(id), { undo: 'yes' }, { as: mara });
    expect((await row(id)).state).toBe('requested');
    await submit(paths.rewardApproval(id), {}, { as: ines });
    await submit(paths.rewardShipping(id), {}, { as: mara });
    expect(await row(id)).toMatchObject({ state: 'shipped', size: '', address: null });
    for (const as of [noor, mara])
      expect(await sentBy(await visit(paths.rewardRequest(id), { as }))).not.toContain(ADDRESS);
    for (const path of ['/notices', paths.rewards()])
      expect(await sentBy(await visit(path, { as: noor }))).not.toContain(ADDRESS);
  });

  it('is not given for a reason, which is asked for', async () => {
    const id = await asked();
    const answer = await submit(paths.rewardDeclining(id), { note: ' ' }, { as: mara });
    expect(answer.status).toBe(422);
    await submit(paths.rewardDeclining(id), { note: 'We gave the last away.' }, { as: mara });
    expect(await sentBy(await visit(paths.rewardRequest(id), { as: noor }))).toContain(
      'We gave the last away.',
    );
  });

  it('lies on a shelf that is never below nothing', async () => {
    const fields = { id: newId(), size: 'XXL', change: '-1', note: 'Lost.' };
    const answer = await submit(paths.rewardStock('hoodie'), fields, { as: mara });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Lost.');
    const more = { ...fields, change: '3' };
    for (let nth = 0; nth < 2; nth += 1)
      expect((await submit(paths.rewardStock('hoodie'), more, { as: mara })).status).toBe(303);
    const [newest] = await db.read
      .select()
      .from(rewardRequests)
      .where(and(eq(rewardRequests.personId, noor.id), eq(rewardRequests.size, 'XXL')))
      .orderBy(desc(rewardRequests.requestedAt));
    expect(newest).toBeUndefined();
  });
});
