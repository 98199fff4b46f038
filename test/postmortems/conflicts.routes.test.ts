import { beforeEach, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { submit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { fillIn, page, post, read, refused, start } from './asking.ts';
import { formTo } from './form-fields.ts';

let amara: TestPerson;
let jonas: TestPerson;
let id: string;
/** Two who write one postmortem. */
beforeEach(async () => {
  [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
  id = await start(amara);
  await post(amara, paths.postmortemPeople(id), { person: jonas.email, part: 'participant' });
});
const edit = () => paths.editPostmortem(id);
const idOn = (html: string, before: string) => new RegExp(`${before}/([0-9a-z]{16})`).exec(html)![1]!;

it('a section: both texts are shown, and who wrote the other; neither is lost', async () => {
  const path = paths.postmortemSection(id, 'summary');
  const before = formTo(path, await page(jonas, edit()));
  await fillIn(amara, edit(), path, { markdown: 'It was slow.' });
  const late = before.map(([name, value]): [string, string] => [
    name,
    name === 'markdown' ? 'It was fast.' : value,
  ]);
  const answer = await refused(jonas, 409, path, late);
  for (const words of ['It was slow.', 'It was fast.', 'Amara saved this while you were writing'])
    expect(answer).toContain(words);
  expect(await read(jonas, paths.postmortem(id))).toContain('It was slow.');

  // the form that is shown goes on from there
  const again = formTo(path, answer);
  expect(again).toContainEqual(['markdown', 'It was fast.']);
  await post(
    jonas,
    path,
    again.map(([name, value]): [string, string] => [name, name === 'markdown' ? 'It was both.' : value]),
  );
  expect(await read(amara, paths.postmortem(id))).toContain('It was both.');
});

it('a section saved in the background answers with data: saved, or both texts', async () => {
  const quietly = (as: TestPerson, version: string, markdown: string) =>
    submit(paths.sectionSaving(id, 'summary'), { version, markdown }, { as });
  const saved = await quietly(amara, '1', 'It was slow.');
  expect([saved.status, await saved.json()]).toEqual([200, { error: null, stale: null, version: 2 }]);
  expect((await quietly(amara, '1', 'It was slow.')).status).toBe(200);
  const late = await quietly(jonas, '1', 'It was fast.');
  expect([late.status, await late.json()]).toEqual([
    409,
    { error: null, stale: { by: 'Amara', theirs: 'It was slow.', yours: 'It was fast.' }, version: 2 },
  ]);
  expect((await quietly(jonas, '2', 'It was both.')).status).toBe(200);
});

it('a section too long is refused, and comes back as it was typed', async () => {
  const path = paths.postmortemSection(id, 'summary');
  const long = `It was slow. ${'x'.repeat(1_000_000)}`;
  const answer = await refused(amara, 422, path, { version: '1', markdown: long });
  expect(answer).toContain('longer than 1,000,000 characters');
  expect(formTo(path, answer)).toContainEqual(['markdown', long]);
});

it('title and severity', async () => {
  const path = paths.postmortemFacts(id);
  const before = formTo(path, await page(jonas, edit()));
  await fillIn(amara, edit(), path, { title: 'Payments were slow' });
  const late = before.map(([name, value]): [string, string] => [
    name,
    name === 'title' ? 'Everything was slow' : value,
  ]);
  const answer = await refused(jonas, 409, path, late);
  for (const words of ['Payments were slow', 'Everything was slow']) expect(answer).toContain(words);
  expect(formTo(path, answer)).toContainEqual(['title', 'Everything was slow']);
  await post(jonas, path, formTo(path, answer));
  expect(await read(amara, paths.postmortem(id))).toContain('Everything was slow');
});

it('a timeline entry', async () => {
  await post(amara, paths.postmortemTimeline(id), {
    day: '2026-03-04',
    time: '09:30',
    text: 'The alarm rang.',
  });
  const path = paths.timelineEntry(id, idOn(await page(amara, edit()), paths.postmortemTimeline(id)));
  const before = formTo(path, await page(jonas, path));
  await fillIn(amara, path, path, { text: 'Two alarms rang.', time: '09:45' });
  const late = before.map(([name, value]): [string, string] => [
    name,
    name === 'text' ? 'No alarm rang.' : value,
  ]);
  const answer = await refused(jonas, 409, path, late);
  for (const words of ['Two alarms rang.', 'No alarm rang.', '2026-03-04 09:45', '2026-03-04 09:30'])
    expect(answer).toContain(words);
  await post(jonas, path, formTo(path, answer));
  expect(await read(amara, paths.postmortem(id))).toContain('No alarm rang.');
});

it('an action item', async () => {
  const item = {
    statement: 'Add a check',
    kind: '',
    severity: '',
    owner: '',
    dueOn: '',
    ticket: '',
    sprint: '',
  };
  await post(amara, paths.postmortemActions(id), item);
  const path = paths.actionItem(idOn(await page(amara, edit()), '/action-items'));
  const before = formTo(path, await page(jonas, path));
  await fillIn(amara, path, path, { statement: 'Add two checks' });
  const late = before.map(([name, value]): [string, string] => [
    name,
    name === 'statement' ? 'Add no check' : value,
  ]);
  const answer = await refused(jonas, 409, path, late);
  for (const words of ['Add two checks', 'Add no check']) expect(answer).toContain(words);
  await post(jonas, path, formTo(path, answer));
  expect(await read(amara, path)).toContain('Add no check');
});

it('a faulty form comes back as it was typed', async () => {
  const entry = { day: '2026-02-30', time: '9', zone: 'CET', written: 'about nine', text: 'The alarm rang.' };
  const answer = formTo(
    paths.postmortemTimeline(id),
    await refused(amara, 422, paths.postmortemTimeline(id), entry),
  );
  for (const field of Object.entries(entry)) expect(answer).toContainEqual(field);

  const item = {
    statement: '',
    kind: 'detect',
    severity: '2',
    owner: 'Nobody At All',
    dueOn: '2026-02-30',
    ticket: 'OPS-1',
    sprint: '26.5',
  };
  const typed = formTo(
    paths.postmortemActions(id),
    await refused(amara, 422, paths.postmortemActions(id), item),
  );
  for (const field of Object.entries(item)) expect(typed).toContainEqual(field);

  const beginning = { title: ' ', severity: '2', timezone: 'PST', private: 'yes', template: 'near-miss' };
  const begun = formTo(paths.newPostmortem(), await refused(amara, 422, paths.newPostmortem(), beginning));
  for (const field of Object.entries({
    severity: '2',
    timezone: 'PST',
    private: 'yes',
    template: 'near-miss',
  }))
    expect(begun).toContainEqual(field);
  const unknown = await refused(amara, 422, paths.newPostmortem(), {
    ...beginning,
    title: 'Slow',
    template: 'none',
  });
  for (const field of Object.entries({ title: 'Slow', severity: '2', timezone: 'PST', private: 'yes' }))
    expect(formTo(paths.newPostmortem(), unknown)).toContainEqual(field);

  const known = {
    'detected.day': 'x',
    'detected.time': '09:30',
    'detected.zone': 'CET',
    'resolved.written': 'in the evening',
  };
  const milestones = formTo(
    paths.postmortemMilestones(id),
    await refused(amara, 422, paths.postmortemMilestones(id), known),
  );
  for (const field of Object.entries(known)) expect(milestones).toContainEqual(field);

  const person = { person: 'Nobody At All', part: 'reader' };
  expect(
    formTo(paths.postmortemPeople(id), await refused(amara, 422, paths.postmortemPeople(id), person)),
  ).toEqual(Object.entries(person));
});

it('a heading in any script makes a section', async () => {
  for (const heading of ['Größe', '費用', 'Что это стоило']) {
    const { to } = await post(amara, paths.postmortemSections(id), { heading });
    const key = decodeURIComponent(to.split('#')[1]!);
    expect(await page(amara, edit())).toContain(heading);
    await post(amara, paths.postmortemSection(id, key), {
      version: '1',
      markdown: `About ${heading}`,
    });
    expect(await read(amara, paths.postmortem(id))).toContain(`About ${heading}`);
  }
});
