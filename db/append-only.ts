/**
 * Tables that are only ever added to: the database itself refuses to change or delete their rows.
 * Made anew after every migration, since a rebuilt table loses its triggers. So are those of rows that are sealed.
 */
const tables = ['audit_entries', 'facts', 'evidence_steps', 'quiz_questions', 'attendance_marks', 'grants'];

/** Tables whose rows nobody changes once this column says when they were finished. */
const sealed = [{ table: 'quiz_attempts', column: 'finished_at' }];

/** For the tables that are there: a database of an older version may not have all of them. */
export const appendOnlyForSqlite = (there: ReadonlySet<string>): string[] => [
  ...tables
    .filter((table) => there.has(table))
    .flatMap((table) =>
      ['update', 'delete'].map(
        (verb) => `create trigger if not exists ${table}_no_${verb} before ${verb} on ${table}
      begin select raise(abort, '${table} is only ever added to'); end`,
      ),
    ),
  ...sealed
    .filter(({ table }) => there.has(table))
    .flatMap(({ table, column }) =>
      ['update', 'delete'].map(
        (verb) => `create trigger if not exists ${table}_sealed_${verb} before ${verb} on ${table}
      when old.${column} is not null begin select raise(abort, '${table} is not changed once it is finished'); end`,
      ),
    ),
];

/** The same for the other engine. */
export const appendOnlyForPostgres = (there: ReadonlySet<string>): string[] => [
  `create or replace function only_added_to() returns trigger language plpgsql as
    $$ begin raise exception '% is only ever added to', tg_table_name; end $$`,
  ...tables
    .filter((table) => there.has(table))
    .map(
      (
        table,
      ) => `create or replace trigger ${table}_only_added_to before update or delete or truncate on ${table}
      for each statement execute function only_added_to()`,
    ),
  `create or replace function not_once_finished() returns trigger language plpgsql as
    $$ begin raise exception '% is not changed once it is finished', tg_table_name; end $$`,
  ...sealed
    .filter(({ table }) => there.has(table))
    .map(
      ({ table, column }) => `create or replace trigger ${table}_sealed before update or delete on ${table}
      for each row when (old.${column} is not null) execute function not_once_finished()`,
    ),
];
