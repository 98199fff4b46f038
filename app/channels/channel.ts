import { z } from 'zod';

import { line } from '#app/http/fields.ts';

import { announceable } from './announcement.ts';

/** What a channel can be, by how it wants its posts written. */
export const kinds = ['slack', 'mattermost', 'teams', 'discord', 'webhook'] as const;
export type Kind = (typeof kinds)[number];
export const kindWords: Record<Kind, string> = {
  slack: 'Slack',
  mattermost: 'Mattermost',
  teams: 'Microsoft Teams',
  discord: 'Discord',
  webhook: 'Something else (a signed webhook)',
};

/** Where each kind of chat keeps its incoming webhooks. */
export const kindHelp: Record<Kind, string> = {
  slack: 'In Slack: Apps, Incoming Webhooks. The address begins with https://hooks.slack.com/.',
  mattermost: 'In Mattermost: Integrations, Incoming Webhooks.',
  teams: 'In Teams: the channel’s Workflows, “Post to a channel when a webhook request is received”.',
  discord: 'In Discord: the channel’s settings, Integrations, Webhooks.',
  webhook: 'A program of yours. It gets JSON, signed as standardwebhooks.com describes.',
};

const announces = Object.fromEntries(announceable.map((kind) => [kind, z.string().optional()]));

/** A form about a channel. Its address may be missing: the one it has then stays. */
export const channelSchema = z.object({
  name: line('a name for the channel', 80),
  kind: z.enum(kinds, { error: 'Choose what it is from the list.' }),
  // “secret” keeps it out of what is shown again, and of the log.
  secretAddress: z.string().trim().max(2000, 'That is longer than any address of a webhook.').default(''),
  ...announces,
});

export type ChannelDraft = { name: string; kind: Kind; announces: string[] };

/** The channel that a form describes, without its address. */
export const draftOf = (form: z.output<typeof channelSchema>): ChannelDraft => ({
  name: form.name,
  kind: form.kind,
  announces: announceable.filter((kind) => (form as Record<string, unknown>)[kind]),
});

/** What somebody typed about a channel, to be shown again: never its address. */
export const typedChannel = (values: Record<string, string>) => ({
  name: values.name ?? '',
  kind: values.kind ?? '',
  announces: announceable.filter((kind) => values[kind]),
});
