import { expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { templates } from '#app/postmortems/template.server.ts';
import { visit } from '#test/support/app.ts';
import { somebody, squadOf } from '#test/support/people.ts';

import { fillIn, page, post, publish, read, refused, start } from './asking.ts';

const itemOn = (html: string) => /\/action-items\/([0-9a-z]{16})/.exec(html)![1]!;

it.each(templates().map(({ slug }) => slug))(
  '%s: from the first word to a verified fix, by forms alone',
  async (template) => {
    const [amara, jonas, nina, petra] = [
      await somebody('Amara'),
      await somebody(`Jonas ${template}`),
      await somebody('Nina'),
      await somebody('Petra'),
    ];
    const word = `kaleidoscope${template.replaceAll('-', '')}`;
    const id = await start(amara, { template, title: `The ${word} cracked`, timezone: 'CET' });
    const edit = paths.editPostmortem(id);

    // written
    for (const { key, heading } of templates().find(({ slug }) => slug === template)!.sections) {
      await fillIn(amara, edit, paths.postmortemSection(id, key), {
        markdown: `Of ${heading}: **bold words**.`,
      });
    }
    const first = { day: '2026-03-04', time: '09:30', zone: '', written: '', text: 'The alarm rang.' };
    await post(amara, paths.postmortemTimeline(id), { ...first, time: '10:15', text: 'It was mended.' });
    await post(amara, paths.postmortemTimeline(id), first);
    await fillIn(amara, paths.postmortemMilestones(id), paths.postmortemMilestones(id), {
      'impact-started.day': '2026-03-04',
      'impact-started.time': '09:00',
      'detected.day': '2026-03-04',
      'detected.time': '09:30',
    });

    // an owner is asked for before it is published
    const item = {
      statement: 'Alert on cracks',
      kind: 'detect',
      severity: '2',
      dueOn: '',
      ticket: 'OPS-12',
      sprint: '',
    };
    await post(amara, paths.postmortemActions(id), { ...item, owner: '' });
    const lacking = await refused(amara, 422, paths.postmortemPublication(id));
    expect(lacking).toContain('no owner');
    const itemId = itemOn(lacking + (await page(amara, edit)));
    await fillIn(amara, paths.actionItem(itemId), paths.actionItem(itemId), { owner: jonas.name });
    expect(await read(jonas, paths.notices())).not.toContain(word);

    // read by others
    await post(amara, paths.postmortemPeople(id), { person: nina.email, part: 'reviewer' });
    expect((await visit(paths.postmortem(id), { as: nina })).status).toBe(404);
    await post(amara, paths.postmortemReview(id));
    expect(await read(nina, paths.notices())).toContain(`asks for your review of “The ${word} cracked”`);
    expect(await read(nina, paths.postmortem(id))).toContain('bold words');
    expect((await visit(paths.postmortem(id), { as: petra })).status).toBe(404);
    await post(nina, paths.postmortemPublication(id));

    // found by somebody who had no part in it
    const found = await read(petra, `${paths.postmortems()}?q=${word}`);
    expect(found).toContain(`The ${word} cracked`);
    const report = await read(petra, paths.postmortem(id));
    expect(report.indexOf('The alarm rang.')).toBeGreaterThan(0);
    expect(report.indexOf('It was mended.')).toBeGreaterThan(report.indexOf('The alarm rang.'));
    for (const words of ['Time to detect', '30 min', 'Alert on cracks', jonas.name])
      expect(report).toContain(words);

    // done, and seen to be done
    expect(await read(jonas, paths.home())).toContain('Alert on cracks');
    await post(jonas, paths.actionItemCompletion(itemId), { note: '' });
    await post(jonas, paths.actionItemVerification(itemId), { note: 'It works for me.' });
    expect(await read(jonas, paths.actionItem(itemId))).toContain('Done, to be verified');
    await post(petra, paths.actionItemVerification(itemId), { note: 'Cracked one on staging: it rang.' });
    const closed = await read(petra, paths.actionItem(itemId));
    expect(closed).toContain('Verified');
    expect(closed).toContain('Cracked one on staging: it rang.');
    expect(await read(jonas, paths.home())).not.toContain('Alert on cracks');
  },
);

it('for a squad: read by who is in it', async () => {
  const [amara, nina, petra] = [await somebody('Amara'), await somebody('Nina'), await somebody('Petra')];
  const squad = await squadOf('Payments', nina);
  const id = await start(amara);
  await post(amara, paths.postmortemReach(id), [
    ['reach', 'squads'],
    ['squad', squad.id],
    ['squad', 'no such squad'],
  ]);
  await publish(amara, id);
  expect((await visit(paths.postmortem(id), { as: nina })).status).toBe(200);
  expect((await visit(paths.postmortem(id), { as: petra })).status).toBe(404);
});

it('for a squad without saying which, changes nothing', async () => {
  const amara = await somebody('Amara');
  const id = await start(amara, { private: 'yes' });
  const { page: answer } = await post(amara, paths.postmortemReach(id), { reach: 'squads' });
  expect(answer).toContain('Choose at least one squad');
  const { page: other } = await post(amara, paths.postmortemReach(id), { reach: 'the whole world' });
  expect(other).toContain('Choose who it is for.');
  expect(await page(amara, paths.editPostmortem(id))).toMatch(
    /checked=""[^>]*value="private"|value="private"[^>]*checked=""/,
  );
});

it('handed back by a reviewer, leads them to a page that they see', async () => {
  const [amara, nina] = [await somebody('Amara'), await somebody('Nina')];
  const id = await start(amara);
  await post(amara, paths.postmortemPeople(id), { person: nina.email, part: 'reviewer' });
  await post(amara, paths.postmortemReview(id));
  const { to } = await post(nina, paths.postmortemReturn(id));
  expect(to).toBe(paths.postmortems());
});

it('a step taken twice is told, not repeated', async () => {
  const amara = await somebody('Amara');
  const id = await start(amara);
  await post(amara, paths.postmortemReview(id));
  const { page: answer } = await post(amara, paths.postmortemReview(id));
  expect(answer).toContain('moved this on in the meantime');
});

it('people can be added and let go after it is published', async () => {
  const [amara, nina] = [await somebody('Amara'), await somebody('Nina')];
  const id = await start(amara, { private: 'yes' });
  await publish(amara, id);
  await post(amara, paths.postmortemPeople(id), { person: nina.email, part: 'reader' });
  expect((await visit(paths.postmortem(id), { as: nina })).status).toBe(200);
  await post(amara, paths.postmortemPerson(id, nina.id));
  expect((await visit(paths.postmortem(id), { as: nina })).status).toBe(404);
});

it('an action item is found by the words it has now', async () => {
  const [amara, nina] = [await somebody('Amara'), await somebody('Nina')];
  const id = await start(amara, { title: 'Another one' });
  const item = {
    statement: 'Buy an astrolabe',
    kind: '',
    severity: '',
    owner: amara.email,
    dueOn: '',
    ticket: '',
    sprint: '',
  };
  await post(amara, paths.postmortemActions(id), item);
  const itemId = itemOn(await page(amara, paths.editPostmortem(id)));
  await fillIn(amara, paths.actionItem(itemId), paths.actionItem(itemId), {
    statement: 'Buy a sextant',
    owner: nina.email,
  });
  const found = async (word: string) =>
    (await read(amara, `${paths.postmortems()}?q=${word}`)).includes('Another one');
  expect([await found('astrolabe'), await found('sextant')]).toEqual([false, true]);
  await post(amara, paths.postmortemPeople(id), { person: nina.email, part: 'participant' });
  expect(await read(nina, paths.notices())).toContain('asks you to see to an action item');
});
