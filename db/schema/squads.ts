import { index, instant, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';

export const squads = table(
  'squads',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').references(() => people.id),
    archivedAt: instant('archived_at'),
    archivedBy: text('archived_by').references(() => people.id),
  },
  (self) => [uniqueIndex('squads_name').on(self.name)],
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
  (self) => [index('squad_members_squad').on(self.squadId), index('squad_members_person').on(self.personId)],
);
