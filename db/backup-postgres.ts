/** PostgreSQL has better tools of its own for this than we could write. */

/** A database's URL as one may show it, and put on a command line: without its password. */
function withoutPassword(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  if (!url) return 'postgres://USER@HOST:PORT/NAME';
  url.password = '';
  for (const secret of ['password', 'sslpassword']) url.searchParams.delete(secret);
  return url.href;
}

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;

/** How to copy this PostgreSQL database, in words for the terminal. */
export const howToDump = (databaseUrl: string, file: string, folder: string): string =>
  `The database is on a PostgreSQL server, whose own tool copies it while it is in use:

  pg_dump --format=custom --file=${quoted(file)} --dbname=${quoted(withoutPassword(databaseUrl))}

Then, and not before, copy the files of evidence, which lie in a folder (FILES_DIR):

  cp -a ${quoted(folder)} ${quoted(`${file}.files`)}

pg_dump asks for the password, or reads it from ~/.pgpass. For a whole server, to any moment in time: pg_basebackup
with WAL archiving.`;

/** How to bring a PostgreSQL database back, in words for the terminal. */
export const howToUndump = (databaseUrl: string, file: string, folder: string): string =>
  `The database is on a PostgreSQL server, whose own tool brings a dump back. Stop Guildhall, back up what is there now,
bring the files of evidence back if there are any, and then the dump:

  mkdir -p ${quoted(folder)} && cp -a ${quoted(`${file}.files`)}/. ${quoted(folder)}
  pg_restore --clean --if-exists --no-owner --single-transaction --dbname=${quoted(withoutPassword(databaseUrl))} ${quoted(file)}

pg_restore asks for the password, or reads it from ~/.pgpass.`;
