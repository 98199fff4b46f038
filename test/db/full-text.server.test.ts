import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { db } from '#db/database.server.ts';
import { indexWords, matching } from '#db/full-text.server.ts';

const remember = (id: string, title: string, body = '', room = 'library') =>
  db.write((tx) => indexWords(tx, room, id, title, body));

async function found(query: string, room = 'library') {
  const match = matching(room, query);
  if (!match) return [];
  const best = await db.rows<{ id: string }>(
    sql`select best.id as id from ${match.ranked} as best order by best.rank`,
  );
  const snippets = await match.snippets(best.map(({ id }) => id));
  return best.map(({ id }) => ({ id, snippet: snippets.get(id) }));
}
const idsFor = async (query: string, room?: string) => (await found(query, room)).map(({ id }) => id);

describe('a search', () => {
  it('finds what holds all the words, the last one from its first letters', async () => {
    await remember('canary', 'The canary rollback', 'Nobody watched the graphs.');
    expect(await idsFor('rollback canar')).toEqual(['canary']);
    expect(await idsFor('CANARY Graphs')).toEqual(['canary']);
    expect(await idsFor('rollback parrot')).toEqual([]);
    expect(await idsFor('ollback')).toEqual([]);
  });

  it('puts words of the title before words of the text', async () => {
    await remember('in-text', 'Notes', 'A certificate ran out on the day of the certificate audit.');
    await remember('in-title', 'Certificate', 'It ran out.');
    expect(await idsFor('certificate')).toEqual(['in-title', 'in-text']);
  });

  it('finds words whatever their accents, typed with them or without', async () => {
    await remember('accents', 'Élodie’s Café', 'Zürich, naïve façade, Łódź, Ærø');
    for (const query of [
      'elodie',
      'ÉLODIE',
      'cafe',
      'café',
      'cafe\u0301',
      'zurich',
      'naive facade',
      'łódź',
    ]) {
      expect(await idsFor(query), query).toEqual(['accents']);
    }
  });

  it('finds the pieces of host names, addresses, file names and versions', async () => {
    await remember(
      'pieces',
      'Outage of db-7.eu.example.com',
      'See /etc/nginx/sites_enabled/main.conf, v2.31.4 <ops@example.com>',
    );
    for (const query of [
      'eu',
      'db-7.eu.example.com',
      'nginx',
      'sites_enabled',
      'main.conf',
      'v2.31',
      'ops',
      'ops@example',
    ]) {
      expect(await idsFor(query), query).toEqual(['pieces']);
    }
  });

  it('finds words of other scripts', async () => {
    await remember('scripts', 'Обновление сертификата', 'Ελληνικά και עברית');
    for (const query of ['обновление', 'СЕРТИФИКАТА', 'ελληνικά', 'עברית']) {
      expect(await idsFor(query), query).toEqual(['scripts']);
    }
  });

  it.each([
    '',
    ' ',
    '"',
    "'",
    '*',
    '()',
    '"; drop table people --',
    '- -',
    ':',
    '&|!',
    '\0',
    '\\',
    '…',
    '🦜',
  ])('asks for nothing when there is no word in %j', async (query) =>
    expect(await idsFor(query.replace(/\w+/g, ''))).toEqual([]),
  );

  it.each([
    'AND',
    'OR canary',
    'NOT',
    'NEAR(a b)',
    'title:canary',
    'canary*',
    '"canary',
    'a & b',
    '!a',
    'a <-> b',
    "it's",
  ])('takes %j for words and nothing else', async (query) =>
    expect(Array.isArray(await idsFor(query))).toBe(true),
  );

  it('is safe whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        async (query) => {
          await found(query);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('stays within its room', async () => {
    await remember('here', 'Quokka', '', 'postmortems');
    expect(await idsFor('quokka', 'meetings')).toEqual([]);
    expect(await idsFor('quokka', 'postmortems')).toEqual(['here']);
  });
});

describe('a snippet', () => {
  it('marks the words that matched', async () => {
    await remember('marked', 'Gateway', 'At noon the flamingo proxy was restarted <b>twice</b>.');
    const snippet = (await found('flamin'))[0]?.snippet;
    expect(snippet).toContain('\u0002flamingo\u0003');
    expect(snippet).toContain('<b>twice');
  });

  it('is short, however long the text', async () => {
    await remember('long', 'Long', `${'word '.repeat(5000)} axolotl ${'word '.repeat(5000)}`);
    const snippet = (await found('axolotl'))[0]?.snippet ?? '';
    expect(snippet).toContain('\u0002axolotl\u0003');
    expect(snippet.length).toBeLessThan(400);
  });
});

describe('what was remembered', () => {
  it('follows a change', async () => {
    await remember('changing', 'Pangolin');
    await remember('changing', 'Armadillo');
    expect(await idsFor('pangolin')).toEqual([]);
    expect(await idsFor('armadillo')).toEqual(['changing']);
  });

  it('is not, when the transaction fails', async () => {
    const work = db.write(async (tx) => {
      await indexWords(tx, 'library', 'never', 'Dugong', '');
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await idsFor('dugong')).toEqual([]);
  });

  it('may be a very long text of many different words', async () => {
    const words = Array.from({ length: 250_000 }, (_, at) => `w${at.toString(36)}x`).join(' ');
    await remember('huge', 'Everything that was ever logged', words);
    expect(await idsFor('logged w1x')).toEqual(['huge']);
  });

  it('may hold a word of any length', async () => {
    await remember('endless', 'Endless', `${'a'.repeat(50_000)} capybara`);
    expect(await idsFor('capybara')).toEqual(['endless']);
  });
});
