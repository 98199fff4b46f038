import { beforeEach, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { choose } from '#app/recognition/choices.server.ts';
import { newId } from '#db/ids.ts';
import { channelOf, emptied } from '#test/channels/known.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { granted, leaves, managedBy, onWallRows, putUp, standingFrom, thanked } from './thanks-world.ts';

let mara: TestPerson;
let tomasz: TestPerson;
let nina: TestPerson;
let oscar: TestPerson;
beforeEach(async () => {
  mara = await somebody('Mara Lindqvist');
  tomasz = await somebody('Tomasz Kowalski');
  nina = await somebody('Nina Colleague');
  oscar = await somebody('Oscar Organiser', 'organiser');
});
const form = (to: { email: string }, others: Record<string, string> = {}) => ({
  id: newId(),
  to: to.email,
  reason: 'You asked who else has that key.',
  meant: 'wall',
  ...others,
});
const page = async (path: string, as: TestPerson) => sentBy(await visit(path, { as }));

describe('the form', () => {
  it('gives, and says so to both; sent twice it is done, not an error', async () => {
    const fields = form(tomasz);
    const first = await submit(paths.newThanks(), fields, { as: mara });
    const second = await submit(paths.newThanks(), fields, { as: mara });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.get('Location')).toBe(paths.thanks(fields.id));
    expect(second.headers.get('Location')).toBe(paths.thanks(fields.id));
    expect(await standingFrom(mara)).toHaveLength(1);
    for (const one of [mara, tomasz])
      expect(await page(paths.thanks(fields.id), one)).toContain('You asked who else has that key.');
  });

  it('names whom one came for, and says at once whom one cannot thank', async () => {
    await managedBy(mara, oscar);
    expect(await page(paths.newThanks(tomasz.id), mara)).toContain(tomasz.email);
    expect(await page(paths.newThanks(oscar.id), mara)).not.toContain(`value="${oscar.name} &lt;`);
    expect(await textOf(await visit(paths.newThanks('nobody'), { as: mara }))).toContain('5 of this month');
  });

  it('keeps what was typed when it refuses', async () => {
    const ines = await somebody('Ines Above');
    await managedBy(mara, oscar);
    await managedBy(oscar, ines);
    await thanked(mara, nina, {}, Date.now());
    const refused = [
      form(mara),
      form(ines),
      form(nina),
      form({ email: 'nobody@northwind.example' }),
      form(tomasz, { reason: 'Thanks!' }),
      form(tomasz, { reason: `too long ${'x'.repeat(600)}` }),
      form(tomasz, { meant: 'everybody' }),
    ];
    for (const fields of refused) {
      const answer = await submit(paths.newThanks(), fields, { as: mara });
      expect(answer.status).toBe(422);
      const said = await sentBy(answer);
      expect(said).toContain(fields.reason);
      expect(said).toContain(fields.id);
    }
    expect(await standingFrom(mara)).toHaveLength(1);
  });

  it('refuses whoever has left since it was opened', async () => {
    await leaves(tomasz);
    expect((await submit(paths.newThanks(), form(tomasz), { as: mara })).status).toBe(422);
  });

  it('refuses the sixth of a month, and two at once to the same person', async () => {
    const twice = await Promise.all([
      submit(paths.newThanks(), form(nina), { as: mara }),
      submit(paths.newThanks(), form(nina), { as: mara }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 422]);
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map((nth) => somebody(`Colleague ${nth}`)));
    const done = await Promise.all(all.map((one) => submit(paths.newThanks(), form(one), { as: mara })));
    expect(done.filter(({ status }) => status === 303)).toHaveLength(4);
    expect(done.filter(({ status }) => status === 422)).toHaveLength(2);
    expect(await standingFrom(mara)).toHaveLength(5);
  });

  it('is taken back and given again by its giver alone', async () => {
    const id = await thanked(mara, tomasz);
    const back = (as: TestPerson, fields = {}) => submit(paths.thanksWithdrawal(id), fields, { as });
    for (const other of [tomasz, nina, oscar]) expect((await back(other)).status).toBe(404);
    expect((await back(mara)).status).toBe(303);
    expect((await visit(paths.thanks(id), { as: tomasz })).status).toBe(404);
    expect((await back(mara, { undo: 'yes' })).status).toBe(303);
    expect((await back(mara, { undo: 'yes' })).status).toBe(303);
    expect(await standingFrom(mara)).toHaveLength(1);
  });
});

describe('what is shown', () => {
  it('goes onto the wall and off it by its person alone, and is kept nowhere', async () => {
    const subject = await thanked(mara, tomasz, { meant: 'wall', reason: 'You stayed on the call.' });
    const what = { kind: 'thanks', subject };
    expect((await submit(paths.showings(), what, { as: mara })).status).toBe(404);
    expect((await submit(paths.showings(), { kind: 'belt', subject }, { as: tomasz })).status).toBe(400);
    expect((await submit(paths.showings(), what, { as: tomasz })).status).toBe(303);
    const wall = await visit(paths.recognition(), { as: nina });
    expect(wall.headers.get('ETag')).toBeNull();
    expect(await sentBy(wall)).toContain('You stayed on the call.');
    expect(await page(paths.person(tomasz.id), nina)).toContain('You stayed on the call.');
    const [showing] = await onWallRows(tomasz);
    for (const other of [mara, oscar]) {
      expect((await submit(paths.showingEnding(showing!.id), {}, { as: other })).status).toBe(404);
      expect((await submit(paths.showingPost(showing!.id), {}, { as: other })).status).toBe(404);
    }
    expect((await submit(paths.showingEnding(showing!.id), {}, { as: tomasz })).status).toBe(303);
    expect(await page(paths.recognition(), nina)).not.toContain('You stayed on the call.');
  });

  it('is asked for in channels by its person alone; organisers can neither preview nor announce it', async () => {
    await channelOf(oscar, { announces: ['thanks'] });
    const showing = await putUp(tomasz, await thanked(mara, tomasz, { meant: 'wall' }));
    const preview = await visit(paths.newAnnouncement('thanks', showing), { as: oscar });
    expect(preview.status).toBe(404);
    expect((await submit(paths.showingPost(showing), {}, { as: tomasz })).status).toBe(303);
    expect(await page(paths.ownRecognition(), tomasz)).toContain('name="undo"');
    expect((await submit(paths.showingPost(showing), { undo: 'yes' }, { as: tomasz })).status).toBe(303);
    await emptied();
  });
});

/** The words of everything private there is of Tomasz, by where it comes from. */
async function privateThings() {
  const own = await thanked(mara, tomasz, { reason: 'Heron: for your eyes alone' });
  const meant = await thanked(nina, tomasz, { reason: 'Plover: not shown so far', meant: 'wall' });
  await granted(tomasz, 'award', 'bug-hunter');
  await granted(tomasz, 'achievement', 'first-assessment');
  return [
    { word: 'Heron', path: paths.thanks(own), seenBy: [mara, tomasz] },
    { word: 'Plover', path: paths.thanks(meant), seenBy: [nina, tomasz] },
    { word: 'Bug Hunter', path: null, seenBy: [tomasz] },
    { word: 'First assessment passed', path: null, seenBy: [tomasz] },
  ];
}

describe('private things', () => {
  it('appear to nobody but those they belong to, anywhere', async () => {
    await channelOf(oscar, { announces: ['thanks', 'award'] });
    const things = await privateThings();
    const [grace, vera, leaver] = [
      await somebody('Grace Administrator', 'administrator'),
      await somebody('Vera Manager'),
      await somebody('Otto Optout'),
    ];
    await managedBy(tomasz, vera);
    await choose(leaver, { choice: 'opted-out', holds: true }, Date.now());
    const places = [
      paths.recognition(),
      paths.person(tomasz.id),
      paths.ownRecognition(),
      paths.unthanked(),
      paths.notices(),
      paths.announcements(),
      paths.recognitionChoices(),
      paths.newThanks(tomasz.id),
      '/postmortems?q=for+your+eyes+alone',
      '/',
    ];
    const everybody = [mara, tomasz, nina, oscar, grace, vera, leaver, await somebody('Colin Colleague')];
    for (const viewer of everybody)
      for (const { word, path, seenBy } of things) {
        const isOwn = seenBy.some(({ id }) => id === viewer.id);
        if (path) expect((await visit(path, { as: viewer })).status).toBe(isOwn ? 200 : 404);
        if (isOwn) continue;
        for (const place of places)
          expect.soft(await page(place, viewer), `${viewer.name} at ${place}`).not.toContain(word);
      }
    expect(await page(paths.ownRecognition(), tomasz)).toContain('Bug Hunter');
    await leaves(tomasz);
    expect((await visit(paths.ownRecognition(), { as: tomasz })).status).not.toBe(200);
    await emptied();
  });

  it('opting out gives others the same answers, and takes nothing from oneself', async () => {
    const hidden = await somebody('Hanne Same');
    const open = await somebody('Hanne Same');
    await choose(hidden, { choice: 'opted-out', holds: true }, Date.now());
    await granted(hidden, 'award', 'bug-hunter');
    const alike = (text: string, { id, email }: TestPerson) =>
      text
        .replaceAll(id, 'ID')
        .replaceAll(email, 'EMAIL')
        .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4,12}){4}|[0-9a-z]{16}|nonce="[^"]*"/g, '');
    for (const viewer of [mara, oscar]) {
      for (const path of [paths.person, paths.newThanks]) {
        const [one, other] = [await page(path(hidden.id), viewer), await page(path(open.id), viewer)];
        expect(alike(one, hidden) === alike(other, open), `${viewer.name} at ${path(hidden.id)}`).toBe(true);
      }
      const answers = [hidden, open].map((one) =>
        submit(paths.newThanks(), form(one), { as: viewer }).then(({ status }) => status),
      );
      expect(await Promise.all(answers)).toEqual([303, 303]);
    }
    expect(await page(paths.notices(), hidden)).toContain('Mara Lindqvist');
    const mine = await page(paths.ownRecognition(), hidden);
    expect(mine).toContain('You asked who else has that key.');
    expect(mine).toContain('Bug Hunter');
  });
});
