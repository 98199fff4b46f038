/** What each engine needs beside `search_texts` to search it, made after every migration: a rebuilt table loses triggers. */
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
export const MOST_CHARACTERS = 200_000;
/** Letters without their marks, and what stands between words as spaces: as FTS5 reads them, so that both find the same. */
const plain = (column: string) => `regexp_replace(
  regexp_replace(normalize(left(${column}, ${MOST_CHARACTERS}), NFKD), '[\\u0300-\\u036F]', '', 'g'),
  '[!-/:-@[-\`{-~]', ' ', 'g')`;

export const fullTextForPostgres = [
  `alter table search_texts add column if not exists words tsvector generated always as (
     setweight(to_tsvector('simple', ${plain('title')}), 'A') || to_tsvector('simple', ${plain('body')})) stored`,
  `create index if not exists search_texts_words on search_texts using gin (words)`,
];
