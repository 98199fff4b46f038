import type { Questions } from './catalogue.ts';

const ours = `t.schema = 'main' and t.type = 'table'
  and t.name not like 'sqlite\\_%' escape '\\' and t.name not like '\\_\\_%' escape '\\'`;

export const onSqlite: Questions = {
  columns: `select t.name as "table", c.name, c.type, c."notnull" = 0 and c.pk = 0 as nullable
    from pragma_table_list t join pragma_table_xinfo(t.name) c where ${ours} and c.hidden = 0
    order by t.name, c.cid`,
  references: `select t.name as "table", r.id, r."table" as "to", r."from" as "column", r."to" as "toColumn"
    from pragma_table_list t join pragma_foreign_key_list(t.name) r where ${ours} order by t.name, r.id, r.seq`,
  checks: `select name as "table", sql as "check" from sqlite_master where type = 'table' and sql is not null`,
  choice: /CHECK\s*\((?:["`]\w+["`]\.)?["`]?(\w+)["`]? in \(([^)]*)\)/gi,
  triggers: `select name, tbl_name as "table" from sqlite_master where type = 'trigger'`,
  indexes: `select name from sqlite_master where type = 'index'`,
};
