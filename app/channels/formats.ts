import type { Announceable } from './announcement.ts';
import type { Kind } from './channel.ts';
import { forDiscord, forMattermost, forSlack, oneLine } from './plain-text.ts';

/** What is told, its link whole; `at`: since when it is to be told (epoch ms). */
export type Told = { kind: Announceable | 'trial'; title: string; text: string; link: string; at: number };

const READ_ON = 'Read it in Guildhall';
const MOST_TITLE = 140;
const MOST_TEXT = 700;

/** What is posted to a channel of a kind, ready for JSON. Nothing in a title or text is markup, calls anybody or is a link. */
export function postFor(kind: Kind, told: Told): object {
  const title = oneLine(told.title, MOST_TITLE);
  const text = oneLine(told.text, MOST_TEXT);
  return formats[kind]({ ...told, title, text });
}

const formats: Record<Kind, (told: Told) => object> = {
  slack: ({ title, text, link }) => ({
    // For notifications, and for whatever shows no blocks.
    text: [forSlack(title), forSlack(text), `<${link}|${READ_ON}>`].join('\n'),
    mrkdwn: false,
    unfurl_links: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title, emoji: false } },
      { type: 'section', text: { type: 'plain_text', text, emoji: false } },
      { type: 'section', text: { type: 'mrkdwn', text: `<${link}|${READ_ON}>` } },
    ],
  }),
  mattermost: ({ title, text, link }) => ({
    text: [bold(forMattermost(title)), forMattermost(text), `[${READ_ON}](${link})`]
      .filter(Boolean)
      .join('\n\n'),
  }),
  discord: ({ title, text, link }) => ({
    content: [bold(forDiscord(title)), forDiscord(text), `[${READ_ON}](<${link}>)`]
      .filter(Boolean)
      .join('\n'),
    allowed_mentions: { parse: [] },
    // No pictures of what it links to.
    flags: 4,
  }),
  teams: ({ title, text, link }) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          // A TextBlock would read Markdown; a run of text does not.
          body: [run(title, { size: 'medium', weight: 'bolder' }), run(text)],
          actions: [{ type: 'Action.OpenUrl', title: READ_ON, url: link }],
        },
      },
    ],
  }),
  webhook: ({ kind, title, text, link, at }) => ({
    type: `announcement.${kind}`,
    timestamp: new Date(at).toISOString(),
    data: { title, text, link },
  }),
};

const bold = (markdown: string) => markdown && `**${markdown}**`;

const run = (text: string, looks: object = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...looks }],
});
