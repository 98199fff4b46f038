/**
 * How often each table has been written to, raised in the transaction that writes. It says nothing that would be missed:
 * it is made beside the schema, after every migration, and starts anew where it is not there.
 */
export const versionsTable =
  'create table if not exists versions (name text primary key, version integer not null)';
