import { choice, index, instant, int, json, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';

/** A place in a chat that takes posts at an address of its own (an incoming webhook). */
export const channels = table(
  'channels',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    kind: choice('kind', ['slack', 'mattermost', 'teams', 'discord', 'webhook']).notNull(),
    /** who knows it can post there: it is shown to nobody again */
    url: text('url').notNull(),
    /** by which the receiver of a plain webhook checks that a post is ours (Standard Webhooks, "whsec_…") */
    secret: text('secret'),
    /** what is announced there, keys of app/channels/announcement.ts */
    announces: json<string[]>('announces').notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by')
      .notNull()
      .references(() => people.id),
    removedAt: instant('removed_at'),
    removedBy: text('removed_by').references(() => people.id),
    version: int('version').notNull(),
  },
  (self) => [index('channels_removed').on(self.removedAt)],
);

/**
 * The outbox of what is announced. It holds no words: they are made when it is sent, from what it is about, if that may
 * still be told to everyone.
 */
export const announcements = table(
  'announcements',
  {
    /** the webhook-id, the same at every attempt */
    id: text('id').primaryKey(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.id),
    kind: text('kind').notNull(),
    subjectId: text('subject_id').notNull(),
    state: choice('state', ['waiting', 'sent', 'dropped', 'dead']).notNull(),
    madeAt: instant('made_at').notNull(),
    attempts: int('attempts').notNull(),
    /** not before; while somebody sends it, the moment from which another may try */
    nextAt: instant('next_at').notNull(),
    sentAt: instant('sent_at'),
    /** what went wrong last, without addresses */
    fault: text('fault'),
    /** channel, kind and subject: the same thing is announced once */
    once: text('once').notNull(),
  },
  (self) => [
    uniqueIndex('announcements_once').on(self.once),
    index('announcements_waiting').on(self.state, self.nextAt, self.id),
    index('announcements_channel').on(self.channelId, self.madeAt, self.id),
    index('announcements_made').on(self.madeAt, self.id),
  ],
);
