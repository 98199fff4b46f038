/**
 * Full-text search behind one door. A room writes the words of a thing with `indexWords` in the transaction that
 * changes it; `matching` gives the ids that hold all words asked for (the last one as a prefix), best first.
 * `search_texts` is an ordinary table on both engines; beside it stands FTS5 (kept by triggers) or a
 * column of words with a GIN index.
 */
import { sql, type SQL } from 'drizzle-orm';

import type { Tx } from './database.ts';
import { engine } from './engine.ts';
import { searchTexts } from './schema/search.ts';

export const fullTextForSqlite = [
  `create virtual table if not exists search_fts using fts5(
     title, body, content='search_texts', content_rowid='number', tokenize="unicode61 remove_diacritics 2")`,
  `create trigger if not exists search_texts_added after insert on search_texts begin
     insert into search_fts(rowid, title, body) values (new.number, new.title, new.body); end`,
  `create trigger if not exists search_texts_removed after delete on search_texts begin
     insert into search_fts(search_fts, rowid, title, body) values ('delete', old.number, old.title, old.body); end`,
  `create trigger if not exists search_texts_changed after update on search_texts begin
     insert into search_fts(search_fts, rowid, title, body) values ('delete', old.number, old.title, old.body);
     insert into search_fts(rowid, title, body) values (new.number, new.title, new.body); end`,
];

/** A tsvector holds one megabyte at the most: what stands beyond these first characters is not found. */
const MOST_CHARACTERS = 200_000;
/** Letters without their marks, and what stands between words as spaces: as FTS5 reads them, so that both find the same. */
const plain = (column: string) => `regexp_replace(
  regexp_replace(normalize(left(${column}, ${MOST_CHARACTERS}), NFKD), '[\\u0300-\\u036F]', '', 'g'),
  '[!-/:-@[-\`{-~]', ' ', 'g')`;
const withoutMarks = (word: string) => word.normalize('NFKD').replace(/[\u0300-\u036F]/g, '');

export const fullTextForPostgres = [
  `alter table search_texts add column if not exists words tsvector generated always as (
     setweight(to_tsvector('simple', ${plain('title')}), 'A') || to_tsvector('simple', ${plain('body')})) stored`,
  `create index if not exists search_texts_words on search_texts using gin (words)`,
];

/** Remembers the words of a thing, replacing what was remembered of it before. */
export async function indexWords(
  tx: Tx,
  room: string,
  id: string,
  title: string,
  body: string,
): Promise<void> {
  await tx
    .insert(searchTexts)
    .values({ room, id, title, body })
    .onConflictDoUpdate({ target: [searchTexts.room, searchTexts.id], set: { title, body } });
}

const MOST_WORDS = 12;
const wordsIn = (query: string) =>
  (query.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);

/**
 * What a query finds in a room: a condition on its `search_texts` rows, an order (best first) and a snippet whose
 * matches stand between U+0002 and U+0003. Null when the query holds no word.
 */
export function matching(query: string): { condition: SQL; order: SQL; snippet: SQL<string> } | null {
  const words = wordsIn(query);
  if (words.length === 0) return null;
  return engine === 'postgresql' ? matchingPostgres(words) : matchingSqlite(words);
}

function matchingSqlite(words: string[]) {
  const phrase = words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ');
  const found = sql`(select rowid from search_fts where search_fts match ${phrase})`;
  return {
    condition: sql`${searchTexts.number} in ${found}`,
    order: sql`(select bm25(search_fts, 8.0, 1.0) from search_fts where search_fts match ${phrase} and rowid = ${searchTexts.number})`,
    snippet: sql<string>`(select snippet(search_fts, 1, char(2), char(3), '…', 24) from search_fts where search_fts match ${phrase} and rowid = ${searchTexts.number})`,
  };
}

/** What ts_headline takes for HTML it leaves out: while it looks, "<" is another character. */
const unlikeHtml = sql.raw(`translate(left(body, ${MOST_CHARACTERS}), '<', U&'\\E000')`);

function matchingPostgres(words: string[]) {
  const last = words.length - 1;
  const asked = sql`to_tsquery('simple', ${words.map((word, at) => withoutMarks(word) + (at === last ? ':*' : '')).join(' & ')})`;
  const options = sql.raw(
    `'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxWords=24, MinWords=8, MaxFragments=1'`,
  );
  return {
    condition: sql`search_texts.words @@ ${asked}`,
    order: sql`- ts_rank(search_texts.words, ${asked})`,
    snippet: sql<string>`translate(ts_headline('simple', ${unlikeHtml}, ${asked}, ${options}), U&'\\E000', '<')`,
  };
}
