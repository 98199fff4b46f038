import { choice, index, instant, int, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';
import { squads } from './squads.ts';

/** Something that worries somebody, on its way up the chain: champion, advocate, security team. */
export const concerns = table(
  'concerns',
  {
    id: text('id').primaryKey(),
    /** null: raised with no squad in particular, straight with the security team */
    squadId: text('squad_id').references(() => squads.id),
    raisedBy: text('raised_by')
      .notNull()
      .references(() => people.id),
    title: text('title').notNull(),
    text: text('text').notNull(),
    /** the page it was raised from, a path of ours */
    raisedFrom: text('raised_from'),
    state: choice('state', ['open', 'answered', 'closed']).notNull(),
    level: choice('level', ['champion', 'advocate', 'security-team']).notNull(),
    /** who holds it now; null: the security team, all organisers together */
    holderId: text('holder_id').references(() => people.id),
    /** for whom the holder stands in while they are away */
    standsInFor: text('stands_in_for').references(() => people.id),
    raisedAt: instant('raised_at').notNull(),
    /** when it came to where it stands */
    levelSince: instant('level_since').notNull(),
    /** since when whoever holds it has had it to answer; null: nothing waits (answered, closed, at the top) */
    clockFrom: instant('clock_from'),
    /** when it moves up by itself, as far as absences are known; null: nothing waits */
    dueAt: instant('due_at'),
    changedAt: instant('changed_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (self) => [
    index('concerns_raised_by').on(self.raisedBy, self.changedAt),
    index('concerns_holder').on(self.holderId, self.state, self.changedAt),
    index('concerns_due').on(self.dueAt),
    index('concerns_level').on(self.level, self.state, self.changedAt),
  ],
);

/** What happened to a concern, each with who and when. */
export const concernSteps = table(
  'concern_steps',
  {
    id: text('id').primaryKey(),
    concernId: text('concern_id')
      .notNull()
      .references(() => concerns.id),
    /** 1, 2, 3 …: the order, and what a form was made from; two at once cannot both be the next */
    number: int('number').notNull(),
    step: choice('step', [
      'raised',
      'answered',
      'replied',
      'passed-up',
      'moved-up',
      'handed-over',
      'closed',
      'reopened',
    ]).notNull(),
    /** null: by itself */
    byId: text('by_id').references(() => people.id),
    at: instant('at').notNull(),
    note: text('note'),
    /** who holds it from then on; null: the security team */
    holderId: text('holder_id').references(() => people.id),
    level: choice('level', ['champion', 'advocate', 'security-team']).notNull(),
  },
  (self) => [uniqueIndex('concern_steps_concern').on(self.concernId, self.number)],
);

/** Who holds a concern or held it: they go on seeing it. */
export const concernHolders = table(
  'concern_holders',
  {
    id: text('id').primaryKey(),
    concernId: text('concern_id')
      .notNull()
      .references(() => concerns.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    since: instant('since').notNull(),
  },
  (self) => [
    uniqueIndex('concern_holders_concern').on(self.concernId, self.personId),
    index('concern_holders_person').on(self.personId),
  ],
);

/** Who stands in for somebody who is away, from and until when. */
export const deputies = table(
  'deputies',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** null: away, and nobody stands in; clocks wait */
    deputyId: text('deputy_id').references(() => people.id),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
    madeAt: instant('made_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (self) => [
    index('deputies_person').on(self.personId, self.untilAt),
    index('deputies_deputy').on(self.deputyId, self.untilAt),
  ],
);
