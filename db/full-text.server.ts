/**
 * Full-text search behind one door. A room writes the words of a thing with `indexWords` in the transaction that
 * changes it; `matching` gives what holds all words asked for (the last one as a prefix), best first.
 * `search_texts` is an ordinary table on both engines; beside it stands FTS5 (kept by triggers) or a
 * column of words with a GIN index.
 */
import { sql, type SQL } from 'drizzle-orm';

import type { Tx } from './database.ts';
import { engine } from './engine.ts';
import { db } from './database.server.ts';
import { MOST_CHARACTERS } from './full-text-upkeep.ts';
import { searchTexts } from './schema/search.ts';

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
 * A word that is in very many things says little about any of them: the newest ones that hold it are ranked, and no more.
 */
const MOST_RANKED = 1000;

/** What a query finds in a room: `ranked` is a subquery of (id, rank), the best one lowest. */
export type Match = {
  ranked: SQL;
  /** The words around what was found in each of these, matches standing between U+0002 and U+0003. */
  snippets(ids: readonly string[]): Promise<Map<string, string>>;
};

/** What holds all words of a query, the last one as a prefix. Null when the query holds no word. */
export function matching(room: string, query: string): Match | null {
  const words = wordsIn(query);
  if (words.length === 0) return null;
  const { ranked, snippet, found, newest } = (engine === 'postgresql' ? matchingPostgres : matchingSqlite)(
    words,
  );
  return {
    ranked: sql`(select search_texts.id as id, ${ranked} as rank from ${found} and search_texts.room = ${room}
      order by ${newest} desc limit ${MOST_RANKED})`,
    async snippets(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db.rows<{ id: string; snippet: string }>(
        sql`select search_texts.id as id, ${snippet} as snippet from ${found} and search_texts.room = ${room}
          and search_texts.id in ${ids}`,
      );
      return new Map(rows.map(({ id, snippet }) => [id, snippet]));
    },
  };
}

type Words = { found: SQL; newest: SQL; ranked: SQL; snippet: SQL };

function matchingSqlite(words: string[]): Words {
  const phrase = words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ');
  return {
    found: sql`search_fts join search_texts on search_texts.number = search_fts.rowid
      where search_fts match ${phrase}`,
    newest: sql`search_fts.rowid`,
    ranked: sql`bm25(search_fts, 8.0, 1.0)`,
    snippet: sql`snippet(search_fts, 1, char(2), char(3), '…', 24)`,
  };
}

/** What ts_headline takes for HTML it leaves out: while it looks, "<" is another character. */
const unlikeHtml = sql.raw(`translate(left(body, ${MOST_CHARACTERS}), '<', U&'\\E000')`);
const withoutMarks = (word: string) => word.normalize('NFKD').replace(/[\u0300-\u036F]/g, '');

function matchingPostgres(words: string[]): Words {
  const last = words.length - 1;
  const asked = sql`to_tsquery('simple', ${words.map((word, at) => withoutMarks(word) + (at === last ? ':*' : '')).join(' & ')})`;
  const options = sql.raw(
    `'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxWords=24, MinWords=8, MaxFragments=1'`,
  );
  return {
    found: sql`search_texts where search_texts.words @@ ${asked}`,
    newest: sql`search_texts.number`,
    ranked: sql`- ts_rank(search_texts.words, ${asked})`,
    snippet: sql`translate(ts_headline('simple', ${unlikeHtml}, ${asked}, ${options}), U&'\\E000', '<')`,
  };
}
