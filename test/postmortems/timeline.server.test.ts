import { beforeEach, describe, expect, it } from 'vitest';

import { find } from '#app/postmortems/library.server.ts';
import { timelineOf } from '#app/postmortems/postmortems.server.ts';
import {
  changeEntry,
  entryNamed,
  moveEntry,
  removeEntry,
  restoreEntry,
  writeEntry,
} from '#app/postmortems/timeline.server.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { draft, saying, seen } from './known.ts';

let amara: TestPerson;
let postmortemId: string;
const by = () => ({ byId: amara.id, now: now + 1 });
const write = (text: string, at: string | null, zone: string | null = null) =>
  writeEntry(postmortemId, { ...saying(text, at), zone }, 'UTC', by());
const texts = async () => (await timelineOf(postmortemId)).map(({ text }) => text).join(' ');
const which = (id: string) => ({ postmortemId, id });

beforeEach(async () => {
  amara = await somebody('Amara');
  postmortemId = (await draft(amara)).id;
});

describe('a new entry', () => {
  it('stands where its time belongs, whatever order they are written in', async () => {
    await write('noon', '2026-03-04T12:00');
    await write('morning', '2026-03-04T09:00');
    await write('evening', '2026-03-04T18:00');
    await write('ten', '2026-03-04T10:00');
    expect(await texts()).toBe('morning ten noon evening');
  });

  it('of the same minute stands behind those already there', async () => {
    for (const text of ['first', 'second', 'third']) await write(text, '2026-03-04T12:00');
    expect(await texts()).toBe('first second third');
  });

  it('of no known time stands at the end, and is in nobody’s way', async () => {
    await write('somewhen', null);
    await write('noon', '2026-03-04T12:00');
    await write('morning', '2026-03-04T09:00');
    expect(await texts()).toBe('somewhen morning noon');
    await write('once', null);
    expect(await texts()).toBe('somewhen morning noon once');
  });

  it('in a zone of its own stands where its instant belongs', async () => {
    await write('ten', '2026-03-04T10:00');
    await write('noon', '2026-03-04T12:00');
    await write('eleven', '2026-03-04T03:00', 'PST');
    await write('nine', '2026-03-04T18:00', 'JST');
    expect(await texts()).toBe('nine ten eleven noon');
  });

  it('changes when the postmortem changed', async () => {
    await write('noon', '2026-03-04T12:00');
    expect((await seen(amara, postmortemId)).changedAt).toBe(now + 1);
  });
});

describe('an entry', () => {
  it('is changed with its instant', async () => {
    const id = await write('noon', '2026-03-04T12:00');
    const entry = { at: '2026-03-04T11:00', written: 'about eleven', zone: 'CET', text: 'eleven' };
    expect(await changeEntry(which(id), 1, entry, 'UTC', by())).toEqual({ saved: 2 });
    expect(await entryNamed(which(id))).toMatchObject({
      ...entry,
      version: 2,
      instant: Date.UTC(2026, 2, 4, 10),
      precision: 'minute',
    });
  });

  it('refuses whoever changes what they have not seen, and shows it as it is', async () => {
    const id = await write('noon', '2026-03-04T12:00');
    await changeEntry(which(id), 1, saying('theirs'), 'UTC', by());
    const late = await changeEntry(which(id), 1, saying('mine'), 'UTC', by());
    expect(late).toMatchObject({ refused: 'stale', now: { text: 'theirs', version: 2 } });
    expect(await texts()).toBe('theirs');
  });

  it('changed by twenty at once is changed by one', async () => {
    const id = await write('noon', '2026-03-04T12:00');
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, at) => changeEntry(which(id), 1, saying(`Text ${at}`), 'UTC', by())),
    );
    expect(outcomes.filter((outcome) => 'saved' in outcome)).toHaveLength(1);
  });

  it('belongs to its postmortem alone', async () => {
    const id = await write('noon', '2026-03-04T12:00');
    const other = await draft(amara);
    const elsewhere = { postmortemId: other.id, id };
    expect(await entryNamed(elsewhere)).toBeNull();
    expect(await changeEntry(elsewhere, 1, saying('x'), 'UTC', by())).toEqual({
      refused: 'stale',
      now: null,
    });
    expect(await removeEntry(elsewhere, by())).toBeNull();
    await moveEntry(elsewhere, 1, now);
    expect(await texts()).toBe('noon');
  });
});

describe('in the timeline', () => {
  const ids: string[] = [];
  const a = () => which(ids[0]!);
  const b = () => which(ids[1]!);
  const c = () => which(ids[2]!);
  beforeEach(async () => {
    ids.length = 0;
    for (const [at, text] of ['a', 'b', 'c'].entries()) ids.push(await write(text, `2026-03-04T1${at}:00`));
  });

  it('an entry moves by one place, and stays at the ends', async () => {
    await moveEntry(a(), 1, now);
    expect(await texts()).toBe('b a c');
    await moveEntry(c(), -1, now);
    expect(await texts()).toBe('b c a');
    await moveEntry(b(), -1, now);
    await moveEntry(a(), 1, now);
    expect(await texts()).toBe('b c a');
  });

  it('an entry taken out is gone, from search too, and comes back where it stood', async () => {
    const search = async () =>
      (await find(amara, { q: 'kaleidoscope', state: 'all', kind: '', severity: '' })).found.length;
    await changeEntry(b(), 1, saying('kaleidoscope', '2026-03-04T11:00'), 'UTC', by());
    expect(await search()).toBe(1);
    expect(await removeEntry(b(), by())).toMatchObject({ id: ids[1], text: 'kaleidoscope' });
    expect([await texts(), await search(), await removeEntry(b(), by())]).toEqual(['a c', 0, null]);
    expect(await entryNamed(b())).toMatchObject({ removedAt: by().now, removedBy: amara.id });
    expect(await restoreEntry(b(), now)).toMatchObject({ id: ids[1] });
    expect([await texts(), await search(), await restoreEntry(b(), now)]).toEqual([
      'a kaleidoscope c',
      1,
      null,
    ]);
  });

  it('an entry taken out while somebody writes in it comes back with what they wrote', async () => {
    await removeEntry(b(), by());
    expect(await changeEntry(b(), 1, saying('better words', '2026-03-04T11:00'), 'UTC', by())).toEqual({
      saved: 2,
    });
    expect(await texts()).toBe('a better words c');
  });

  it('an entry comes back where it stood though others moved meanwhile', async () => {
    await removeEntry(b(), by());
    await moveEntry(a(), 1, now);
    expect(await texts()).toBe('c a');
    await moveEntry(a(), -1, now);
    await restoreEntry(b(), now);
    expect(await texts()).toBe('a b c');
  });

  it('a new one finds its place though others were taken out', async () => {
    await removeEntry(b(), by());
    await write('between', '2026-03-04T11:30');
    expect(await texts()).toBe('a between c');
    await restoreEntry(b(), now);
    expect(await texts()).toBe('a b between c');
  });
});
