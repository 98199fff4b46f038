import { choice, index, primaryKey, table, text } from '../columns.ts';
import { people } from './accounts.ts';
import { squads } from './squads.ts';

/** Who sees a thing and everything that hangs from it: one row that all of it points to. */
export const audiences = table('audiences', {
  id: text('id').primaryKey(),
  /** everyone who can sign in; the squads named and the people named; or the people named alone */
  scope: choice('scope', ['everyone', 'squads', 'people']).notNull(),
});

export const audiencePeople = table(
  'audience_people',
  {
    audienceId: text('audience_id')
      .notNull()
      .references(() => audiences.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
  },
  (self) => [
    primaryKey({ columns: [self.audienceId, self.personId] }),
    index('audience_people_person').on(self.personId),
  ],
);

export const audienceSquads = table(
  'audience_squads',
  {
    audienceId: text('audience_id')
      .notNull()
      .references(() => audiences.id),
    squadId: text('squad_id')
      .notNull()
      .references(() => squads.id),
  },
  (self) => [
    primaryKey({ columns: [self.audienceId, self.squadId] }),
    index('audience_squads_squad').on(self.squadId),
  ],
);
