import { index, instant, table, text } from '../columns.ts';
import { people } from './accounts.ts';

/** An address under which a calendar program reads somebody's dates, until they take it back. */
export const calendarFeeds = table(
  'calendar_feeds',
  {
    /** SHA-256 of the token in the address */
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** of one series alone; null: everything that is theirs */
    seriesId: text('series_id'),
    madeAt: instant('made_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (self) => [index('calendar_feeds_person').on(self.personId, self.madeAt)],
);
