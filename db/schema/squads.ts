import { choice, index, instant, int, json, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';

export const squads = table(
  'squads',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** the product area; null where nobody has said */
    area: text('area'),
    /** developers as somebody stated them; null: they are counted from the members */
    developers: int('developers'),
    /** 1 critical, 2 high, 3 medium, 4 low; null where nobody has said */
    criticality: int('criticality'),
    /** one more with every change to what it says of itself, so that two who edit at once learn of each other */
    version: int('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').references(() => people.id),
    archivedAt: instant('archived_at'),
    archivedBy: text('archived_by').references(() => people.id),
  },
  (self) => [
    uniqueIndex('squads_name').on(self.name),
    index('squads_area').on(self.area, self.name, self.id),
  ],
);

/** Who belongs to a squad (left_at null) or did. */
export const squadMembers = table(
  'squad_members',
  {
    id: text('id').primaryKey(),
    squadId: text('squad_id')
      .notNull()
      .references(() => squads.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    joinedAt: instant('joined_at').notNull(),
    joinedBy: text('joined_by').references(() => people.id),
    leftAt: instant('left_at'),
    leftBy: text('left_by').references(() => people.id),
  },
  (self) => [
    index('squad_members_squad').on(self.squadId),
    index('squad_members_now').on(self.leftAt, self.squadId),
    index('squad_members_person').on(self.personId),
  ],
);

/**
 * What somebody is to a squad, beside belonging to it: held while `renounced_at` is null and `ends_at`, where there is
 * one, lies ahead. An advocate has one row for each of their squads.
 */
export const squadRoles = table(
  'squad_roles',
  {
    id: text('id').primaryKey(),
    squadId: text('squad_id')
      .notNull()
      .references(() => squads.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: choice('role', ['manager', 'product-owner', 'advocate', 'embedded']).notNull(),
    assumedAt: instant('assumed_at').notNull(),
    /** null: by an import from the command line */
    assumedBy: text('assumed_by').references(() => people.id),
    /** when it ends by itself; null: until somebody ends it */
    endsAt: instant('ends_at'),
    renouncedAt: instant('renounced_at'),
    renouncedBy: text('renounced_by').references(() => people.id),
  },
  (self) => [
    index('squad_roles_squad').on(self.squadId),
    index('squad_roles_person').on(self.personId),
    index('squad_roles_role').on(self.role, self.assumedAt, self.id),
  ],
);

/** Who is whose manager (until null) or was. */
export const managers = table(
  'managers',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    managerId: text('manager_id')
      .notNull()
      .references(() => people.id),
    since: instant('since').notNull(),
    sinceBy: text('since_by').references(() => people.id),
    until: instant('until'),
    untilBy: text('until_by').references(() => people.id),
  },
  (self) => [index('managers_person').on(self.personId), index('managers_manager').on(self.managerId)],
);

/** A file of people or squads that somebody looks at before they import it; thrown away then, or after a day. */
export const csvPreviews = table(
  'csv_previews',
  {
    id: text('id').primaryKey(),
    kind: choice('kind', ['people', 'squads']).notNull(),
    fileName: text('file_name').notNull(),
    text: text('text').notNull(),
    /** how its bytes were read: "UTF-8", "Windows-1252" */
    encoding: text('encoding').notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by')
      .notNull()
      .references(() => people.id),
    /** what every row would have met when it was made, by line: see app/squads/import/plan.ts */
    met: json<Record<string, string>>('met').notNull(),
  },
  (self) => [index('csv_previews_made_by').on(self.madeBy, self.madeAt)],
);
