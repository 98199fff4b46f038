import { sql } from 'drizzle-orm';

import { check, choice, index, instant, int, primaryKey, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';
import { facts } from './facts.ts';
import { squads } from './squads.ts';

/** What one person thanks another for. The limits are kept here: never oneself, five a month, one a pair and month. */
export const thanks = table(
  'thanks',
  {
    id: text('id').primaryKey(),
    fromId: text('from_id')
      .notNull()
      .references(() => people.id),
    toId: text('to_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull(),
    /** whether whoever is thanked may show it on the wall */
    meant: choice('meant', ['wall', 'private']).notNull(),
    givenAt: instant('given_at').notNull(),
    /** "2026-11", by the organisation's calendar */
    month: text('month').notNull(),
    /** which of the giver's five of that month; null once it is taken back */
    slot: choice('slot', ['1', '2', '3', '4', '5']),
    /** giver, receiver and month while it stands: one a pair and month, through two tabs, too */
    once: text('once'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (self) => [
    check('thanks_never_to_oneself', sql`${self.fromId} <> ${self.toId}`),
    uniqueIndex('thanks_slot').on(self.fromId, self.month, self.slot),
    uniqueIndex('thanks_once').on(self.once),
    index('thanks_to').on(self.toId, self.givenAt, self.id),
    index('thanks_from').on(self.fromId, self.givenAt, self.id),
  ],
);

/** What somebody chose about being recognised: holds while `until` is null. Nothing is chosen for anybody. */
export const recognitionChoices = table(
  'recognition_choices',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** opted-out: to be seen nowhere; thanks-on-wall: thanks meant for the wall go there by themselves; shout-outs: and are told in channels */
    choice: choice('choice', ['opted-out', 'thanks-on-wall', 'shout-outs']).notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
    /** person and choice while it holds */
    held: text('held'),
  },
  (self) => [
    uniqueIndex('recognition_choices_held').on(self.held),
    index('recognition_choices_person').on(self.personId, self.choice, self.until),
  ],
);

/**
 * What a rule of content/recognition gave for a fact; only ever added to. What does not follow from the facts and rules
 * any more is undone by a counter-row, so that what stands can be made again from the facts alone.
 */
export const grants = table(
  'grants',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    rule: text('rule').notNull(),
    /** of the rule as it was when it gave this */
    ruleVersion: text('rule_version').notNull(),
    /** its source */
    factId: text('fact_id')
      .notNull()
      .references(() => facts.id),
    gives: choice('gives', ['achievement', 'award', 'points']).notNull(),
    /** the key of the achievement or award; of points, the season they count in ("2026-10") */
    what: text('what').notNull(),
    /** toward the goal of this squad; 0 and null but for points */
    points: int('points').notNull(),
    squadId: text('squad_id').references(() => squads.id),
    /** when its source happened */
    at: instant('at').notNull(),
    grantedAt: instant('granted_at').notNull(),
    /** the grant that this row undoes; of one grant there is one such row */
    undoes: text('undoes'),
    /** rule, person, source and how often it was undone: the same thing is never given twice at once */
    once: text('once').notNull(),
  },
  (self) => [
    uniqueIndex('grants_once').on(self.once),
    uniqueIndex('grants_undoes').on(self.undoes),
    index('grants_person').on(self.personId, self.at),
    index('grants_squad').on(self.squadId, self.what),
    index('grants_fact').on(self.factId),
  ],
);

/** What somebody shows of how they are recognised, on the wall: a thanks, an award, an achievement. On it while `until` is null. */
export const showings = table(
  'showings',
  {
    id: text('id').primaryKey(),
    /** whoever is recognised; nobody else shows it */
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    kind: choice('kind', ['thanks', 'award', 'achievement']).notNull(),
    /** the thanks, or the key of the award or achievement */
    subject: text('subject').notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
    /** person, kind and subject while it is on the wall */
    held: text('held'),
    /** of thanks: both people, whichever way round, and the season, so that two who thank each other are there once */
    pairOnce: text('pair_once'),
    /** when its person asked to have it told in the guild's channels */
    toPostAt: instant('to_post_at'),
  },
  (self) => [
    uniqueIndex('showings_held').on(self.held),
    uniqueIndex('showings_pair').on(self.pairOnce),
    index('showings_wall').on(self.until, self.since, self.id),
    index('showings_person').on(self.personId, self.since),
  ],
);

/** Awards that an organiser defined here, beside those of content/recognition. */
export const definedAwards = table(
  'defined_awards',
  {
    /** names it everywhere, as the keys in content/recognition do */
    key: text('key').primaryKey(),
    name: text('name').notNull(),
    about: text('about').notNull(),
    definedAt: instant('defined_at').notNull(),
    definedBy: text('defined_by')
      .notNull()
      .references(() => people.id),
    retiredAt: instant('retired_at'),
    retiredBy: text('retired_by').references(() => people.id),
    version: int('version').notNull(),
  },
  (self) => [uniqueIndex('defined_awards_name').on(self.name)],
);

/** Somebody is put forward for an award; decided by two. */
export const nominations = table(
  'nominations',
  {
    id: text('id').primaryKey(),
    award: text('award').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
    reason: text('reason').notNull(),
    /** whether whoever receives it may know who put them forward */
    nominator: choice('nominator', ['named', 'unnamed']).notNull(),
    state: choice('state', ['open', 'given', 'declined', 'withdrawn', 'taken-back']).notNull(),
    nominatedAt: instant('nominated_at').notNull(),
    decidedAt: instant('decided_at'),
    takenBackAt: instant('taken_back_at'),
    takenBackBy: text('taken_back_by').references(() => people.id),
    takenBackWhy: text('taken_back_why'),
    /** award and person while it is open: two tabs cannot nominate twice */
    ongoing: text('ongoing'),
  },
  (self) => [
    uniqueIndex('nominations_ongoing').on(self.ongoing),
    index('nominations_state').on(self.state, self.nominatedAt, self.id),
    index('nominations_decided').on(self.state, self.decidedAt, self.id),
    index('nominations_by').on(self.byId, self.nominatedAt),
    index('nominations_person').on(self.personId, self.award, self.decidedAt),
  ],
);

export const nominationVotes = table(
  'nomination_votes',
  {
    nominationId: text('nomination_id')
      .notNull()
      .references(() => nominations.id),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
    vote: choice('vote', ['yes', 'no']).notNull(),
    note: text('note').notNull(),
    at: instant('at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.nominationId, self.byId] })],
);

/** What came to the shelf of a reward, or went from it otherwise than by being shipped. */
export const rewardStock = table(
  'reward_stock',
  {
    id: text('id').primaryKey(),
    /** its key in content/recognition/rewards.json */
    reward: text('reward').notNull(),
    /** '' where it comes in one size */
    size: text('size').notNull(),
    change: int('change').notNull(),
    note: text('note').notNull(),
    at: instant('at').notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
  },
  (self) => [index('reward_stock_reward').on(self.reward, self.size)],
);

/** How many of a reward have been shipped in a size: neither to whom nor when, so that no size is known of anybody. */
export const rewardsShipped = table(
  'rewards_shipped',
  {
    reward: text('reward').notNull(),
    size: text('size').notNull(),
    many: int('many').notNull(),
  },
  (self) => [primaryKey({ columns: [self.reward, self.size] })],
);

/** Somebody would like a reward; while it is requested or approved, one on the shelf is held for them. */
export const rewardRequests = table(
  'reward_requests',
  {
    id: text('id').primaryKey(),
    reward: text('reward').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** the rule, person and source of the grant it is for: each grant stands for one reward */
    grantedFor: text('granted_for').notNull(),
    /** '' where it comes in one size, and once it has shipped or ended */
    size: text('size').notNull(),
    /** where it goes to; null where none is needed, and once it has shipped or ended */
    address: text('address'),
    state: choice('state', ['requested', 'approved', 'shipped', 'declined', 'withdrawn']).notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** what it is granted for, unless it was declined or withdrawn */
    once: text('once'),
  },
  (self) => [
    uniqueIndex('reward_requests_once').on(self.once),
    index('reward_requests_shelf').on(self.reward, self.state),
    index('reward_requests_state').on(self.state, self.requestedAt, self.id),
    index('reward_requests_person').on(self.personId, self.requestedAt),
  ],
);

export const rewardSteps = table(
  'reward_steps',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id')
      .notNull()
      .references(() => rewardRequests.id),
    step: choice('step', ['requested', 'approved', 'reopened', 'shipped', 'declined', 'withdrawn']).notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
    note: text('note').notNull(),
  },
  (self) => [index('reward_steps_request').on(self.requestId, self.at)],
);

/** The goal a squad has set itself for a season; of several that were not taken back the newest holds. */
export const squadGoals = table(
  'squad_goals',
  {
    id: text('id').primaryKey(),
    squadId: text('squad_id')
      .notNull()
      .references(() => squads.id),
    /** the month it begins in, "2026-10" */
    season: text('season').notNull(),
    /** points */
    target: int('target').notNull(),
    setBy: text('set_by')
      .notNull()
      .references(() => people.id),
    setAt: instant('set_at').notNull(),
    /** by whoever set it */
    takenBackAt: instant('taken_back_at'),
  },
  (self) => [index('squad_goals_squad').on(self.squadId, self.season, self.setAt)],
);

/** That a squad reached its goal: celebrated once a season. */
export const squadGoalsReached = table(
  'squad_goals_reached',
  {
    squadId: text('squad_id')
      .notNull()
      .references(() => squads.id),
    season: text('season').notNull(),
    reachedAt: instant('reached_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.squadId, self.season] })],
);

/** Somebody's year, for their annual review: what they say of it. What is shown beside it is read from where it is kept. */
export const reviews = table(
  'reviews',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    year: int('year').notNull(),
    words: text('words').notNull(),
    begunAt: instant('begun_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** raised by every change of the words, so that two tabs do not overwrite each other in silence */
    version: int('version').notNull(),
  },
  (self) => [uniqueIndex('reviews_year').on(self.personId, self.year)],
);

/** The thanks that somebody put into their review. */
export const reviewThanks = table(
  'review_thanks',
  {
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    thanksId: text('thanks_id')
      .notNull()
      .references(() => thanks.id),
    chosenAt: instant('chosen_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.reviewId, self.thanksId] })],
);

/** Whom somebody let read their review, until they ended it. */
export const reviewShares = table(
  'review_shares',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    withId: text('with_id')
      .notNull()
      .references(() => people.id),
    sharedAt: instant('shared_at').notNull(),
    endedAt: instant('ended_at'),
    /** review and reader while it is shared */
    held: text('held'),
  },
  (self) => [
    uniqueIndex('review_shares_held').on(self.held),
    index('review_shares_with').on(self.withId, self.endedAt),
  ],
);
