/**
 * Tables that are only ever added to: the database itself refuses to change or delete their rows.
 * Made anew after every migration, since a rebuilt table loses its triggers.
 */
const tables = ['audit_entries'];

export const appendOnlyForSqlite = tables.flatMap((table) =>
  ['update', 'delete'].map(
    (verb) => `create trigger if not exists ${table}_no_${verb} before ${verb} on ${table}
      begin select raise(abort, '${table} is only ever added to'); end`,
  ),
);

export const appendOnlyForPostgres = [
  `create or replace function only_added_to() returns trigger language plpgsql as
    $$ begin raise exception '% is only ever added to', tg_table_name; end $$`,
  ...tables.map(
    (
      table,
    ) => `create or replace trigger ${table}_only_added_to before update or delete or truncate on ${table}
      for each statement execute function only_added_to()`,
  ),
];
