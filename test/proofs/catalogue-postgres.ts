import type { Questions } from './catalogue.ts';

const ours = `t.relnamespace = 'public'::regnamespace and t.relkind = 'r'`;

export const onPostgres: Questions = {
  columns: `select t.relname as "table", c.attname as name, format_type(c.atttypid, c.atttypmod) as type,
      not c.attnotnull as nullable
    from pg_class t join pg_attribute c on c.attrelid = t.oid
    where ${ours} and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''
    order by t.relname, c.attnum`,
  references: `select t.relname as "table", r.oid as id, o.relname as "to", c.attname as "column",
      oc.attname as "toColumn"
    from pg_constraint r
    join pg_class t on t.oid = r.conrelid
    join pg_class o on o.oid = r.confrelid
    cross join lateral unnest(r.conkey, r.confkey) with ordinality as k(mine, theirs, place)
    join pg_attribute c on c.attrelid = t.oid and c.attnum = k.mine
    join pg_attribute oc on oc.attrelid = o.oid and oc.attnum = k.theirs
    where ${ours} and r.contype = 'f' order by t.relname, r.oid, k.place`,
  checks: `select t.relname as "table", pg_get_constraintdef(r.oid) as "check"
    from pg_constraint r join pg_class t on t.oid = r.conrelid where ${ours} and r.contype = 'c'`,
  choice: /CHECK \(\("?(\w+)"? = (?:ANY \(ARRAY\[)?('[^\]]*)/g,
  triggers: `select r.tgname as name, t.relname as "table" from pg_trigger r join pg_class t on t.oid = r.tgrelid
    where ${ours} and not r.tgisinternal`,
  indexes: `select indexname as name from pg_indexes where schemaname = 'public'`,
};
