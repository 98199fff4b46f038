import { expect, it } from 'vitest';

import { find } from '#app/postmortems/library.server.ts';
import { sectionsOf } from '#app/postmortems/postmortems.server.ts';
import { addSection, saveSection, sectionNamed } from '#app/postmortems/sections.server.ts';
import { minute, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { draft, give, seen } from './known.ts';

async function twoWriters() {
  const [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
  const postmortem = await draft(amara);
  await give('participant', jonas, postmortem, amara);
  return { id: postmortem.id, amara, jonas };
}
const summary = async (id: string) => (await sectionNamed(id, 'summary'))!;

it('keeps a text with its version, who wrote it and when', async () => {
  const { id, amara, jonas } = await twoWriters();
  const by = { byId: jonas.id, now: now + minute };
  expect(await saveSection(id, 'summary', { version: 1, markdown: 'It was slow.' }, by)).toEqual({
    saved: 2,
  });
  expect(await summary(id)).toMatchObject({
    markdown: 'It was slow.',
    version: 2,
    changedByName: 'Jonas',
    changedAt: now + minute,
  });
  expect((await seen(amara, id)).changedAt).toBe(now + minute);
});

it('refuses whoever writes over words they have not seen', async () => {
  const { id, amara, jonas } = await twoWriters();
  await saveSection(id, 'summary', { version: 1, markdown: 'It was slow.' }, { byId: amara.id, now });
  const late = await saveSection(
    id,
    'summary',
    { version: 1, markdown: 'It was fast.' },
    { byId: jonas.id, now: now + minute },
  );
  expect(late).toEqual({ refused: 'stale' });
  expect(await summary(id)).toMatchObject({
    markdown: 'It was slow.',
    version: 2,
    changedByName: 'Amara',
    changedAt: now,
  });
  expect(
    await saveSection(id, 'summary', { version: 2, markdown: 'It was both.' }, { byId: jonas.id, now }),
  ).toEqual({ saved: 3 });
});

it('takes the same text again for saved, not for a conflict', async () => {
  const { id, amara, jonas } = await twoWriters();
  const text = { version: 1, markdown: 'It was slow.' };
  await saveSection(id, 'summary', text, { byId: amara.id, now });
  expect(await saveSection(id, 'summary', text, { byId: amara.id, now })).toEqual({ saved: 2 });
  expect(await saveSection(id, 'summary', text, { byId: jonas.id, now })).toEqual({ saved: 2 });
  expect(await summary(id)).toMatchObject({ version: 2, changedByName: 'Amara' });
});

it('of twenty who save at the same moment, one wins and nineteen are told', async () => {
  const { id, amara } = await twoWriters();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      saveSection(id, 'summary', { version: 1, markdown: `Text ${at}` }, { byId: amara.id, now }),
    ),
  );
  expect(outcomes.filter((outcome) => 'saved' in outcome)).toEqual([{ saved: 2 }]);
  expect(outcomes.filter((outcome) => 'refused' in outcome)).toHaveLength(19);
  const winner = outcomes.findIndex((outcome) => 'saved' in outcome);
  expect(await summary(id)).toMatchObject({ markdown: `Text ${winner}`, version: 2 });
});

it('one section is no conflict for another', async () => {
  const { id, amara, jonas } = await twoWriters();
  await Promise.all([
    saveSection(id, 'summary', { version: 1, markdown: 'It was slow.' }, { byId: amara.id, now }),
    saveSection(id, 'root-cause', { version: 1, markdown: 'A check was missing.' }, { byId: jonas.id, now }),
  ]);
  const texts = (await sectionsOf(id)).map(({ markdown }) => markdown);
  expect(texts).toEqual(expect.arrayContaining(['It was slow.', 'A check was missing.']));
});

it('knows what is not there', async () => {
  const { id, amara } = await twoWriters();
  expect(await sectionNamed(id, 'nonsense')).toBeNull();
  expect(await saveSection(id, 'nonsense', { version: 1, markdown: 'x' }, { byId: amara.id, now })).toEqual({
    refused: 'gone',
  });
});

it('a section of one’s own stands at the end, under a key of its own', async () => {
  const { id, amara } = await twoWriters();
  const by = { byId: amara.id, now };
  expect(await addSection(id, 'What it cost', by)).toBe('what-it-cost');
  expect(await addSection(id, 'What it cost?', by)).toBe('what-it-cost-2');
  expect(await addSection(id, 'Größe', by)).toBe('größe');
  expect(await addSection(id, '費用', by)).toBe('費用');
  expect(await addSection(id, '!!!', by)).toBe('section');
  expect((await sectionsOf(id)).slice(-5).map(({ heading }) => heading)).toEqual([
    'What it cost',
    'What it cost?',
    'Größe',
    '費用',
    '!!!',
  ]);
});

it('its words are found as soon as they are saved, and no longer than they stand', async () => {
  const { id, amara } = await twoWriters();
  const search = async (q: string) =>
    (await find(amara, { q, state: 'all', kind: '', severity: '' })).found.map((one) => one.id);
  await saveSection(
    id,
    'summary',
    { version: 1, markdown: 'The kaleidoscope cracked.' },
    { byId: amara.id, now },
  );
  expect(await search('kaleidoscope')).toEqual([id]);
  await saveSection(
    id,
    'summary',
    { version: 2, markdown: 'The telescope cracked.' },
    { byId: amara.id, now },
  );
  expect(await search('kaleidoscope')).toEqual([]);
  expect(await search('TELESC')).toEqual([id]);
});
