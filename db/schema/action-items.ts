import { choice, index, instant, int, table, text } from '../columns.ts';
import { people } from './accounts.ts';
import { audiences } from './audiences.ts';
import { meetings } from './meetings.ts';
import { postmortems } from './postmortems.ts';
import { squads } from './squads.ts';

export const actionItems = table(
  'action_items',
  {
    id: text('id').primaryKey(),
    /** its postmortem's: as private as what it hangs from */
    audienceId: text('audience_id')
      .notNull()
      .references(() => audiences.id),
    /** what it came from: a postmortem, or a meeting */
    postmortemId: text('postmortem_id').references(() => postmortems.id),
    meetingId: text('meeting_id').references(() => meetings.id),
    position: int('position').notNull(),
    statement: text('statement').notNull(),
    kind: choice('kind', ['prevent', 'detect', 'mitigate', 'learn']),
    severity: int('severity'),
    ownerId: text('owner_id').references(() => people.id),
    ownerSquadId: text('owner_squad_id').references(() => squads.id),
    /** the owner as an imported document names them, until somebody says who that is */
    ownerWritten: text('owner_written'),
    ticket: text('ticket'),
    sprint: text('sprint'),
    /** where it stands: the newest of its steps, kept here for lists */
    state: choice('state', ['imported', 'open', 'done', 'verified', 'dropped']).notNull(),
    /** when its clock began: opened, or an imported one accepted; null while none runs */
    clockFrom: instant('clock_from'),
    /** the day people agreed on (2026-03-04), before the policy's */
    dueOn: text('due_on'),
    /** by when, from the day agreed or the policy; null: no date */
    dueAt: instant('due_at'),
    /** due_at, or the far future: what the list is ordered by, since engines sort nulls differently */
    dueOrder: instant('due_order').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    version: int('version').notNull().default(1),
  },
  (self) => [
    index('action_items_postmortem').on(self.postmortemId, self.position),
    index('action_items_meeting').on(self.meetingId, self.position),
    index('action_items_state').on(self.state, self.dueOrder, self.id),
    index('action_items_owner').on(self.ownerId, self.dueOrder, self.id),
    index('action_items_owner_squad').on(self.ownerSquadId, self.dueOrder, self.id),
    index('action_items_due').on(self.dueOrder, self.id),
    index('action_items_audience').on(self.audienceId),
  ],
);

/** What happened to an action item, with who and when. */
export const actionItemSteps = table(
  'action_item_steps',
  {
    id: text('id').primaryKey(),
    actionItemId: text('action_item_id')
      .notNull()
      .references(() => actionItems.id),
    step: choice('step', [
      'opened',
      'imported',
      'accepted',
      'completed',
      'verified',
      'reopened',
      'dropped',
      'changed',
    ]).notNull(),
    at: instant('at').notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
    /** evidence, or a reason */
    note: text('note').notNull().default(''),
  },
  (self) => [index('action_item_steps_item').on(self.actionItemId, self.at)],
);
