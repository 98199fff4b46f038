import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';

import { kinds } from '#app/channels/channel.ts';
import { postFor, type Told } from '#app/channels/formats.ts';
import { oneLine } from '#app/channels/plain-text.ts';

const link = 'https://guildhall.example.com/postmortems/k3v9';
const told = (title: string, text = 'Worth a look.'): Told => ({
  kind: 'near-miss',
  title,
  text,
  link,
  at: 0,
});

/** What people have tried to get into a chat, in any mixture. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '@everyone',
          '@here',
          '@channel',
          '@all',
          '<!channel>',
          '<@U024BE7LH>',
          '<@&123>',
          '<#C1>',
          '@mara',
        ],
        ...[
          '**',
          '*',
          '_',
          '__',
          '~~',
          '~',
          '`',
          '```',
          '||',
          '> ',
          '# ',
          '- ',
          '1. ',
          '\n',
          '\r\n',
          '\\',
          '\\*',
        ],
        ...[
          '[a](https://evil.example)',
          '![x](https://evil.example/x)',
          '<https://evil.example|bank>',
          '](',
          ')',
        ],
        ...[
          'https://evil.example',
          'www.evil.example',
          'eve@evil.example',
          '<a href=x>',
          '<script>',
          '&lt;',
          '&',
          '|',
        ],
        ...[
          ':tada:',
          '\u202Egpj',
          '\u200B',
          '[',
          ']',
          '<',
          '>',
          '$x$',
          '===',
          '---',
          '\u0000',
          '<at>Mara</at>',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** Without what keeps signs apart. */
const apart = (text: string) => text.replaceAll('\u200B', '');
const decoded = (text: string) =>
  apart(text).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What a reader of Markdown sees that is no markup; anything else is named in angle brackets. */
const read = (tokens: Token[]): string =>
  tokens
    .map((token) =>
      token.type === 'text' || token.type === 'escape'
        ? 'tokens' in token && token.tokens
          ? read(token.tokens)
          : (token as { text: string }).text
        : `\u0001${token.type}\u0001`,
    )
    .join('');

describe('nothing in a title or a text is markup, a mention or a link', () => {
  it('in Mattermost', () => {
    fc.assert(
      fc.property(nasty, nasty, (title, text) => {
        const post = postFor('mattermost', told(`t${title}`, `t${text}`)) as { text: string };
        const [first, space, second, space2, last, ...rest] = marked.lexer(post.text) as (Token & {
          tokens: Token[];
        })[];
        expect([space!.type, space2!.type, rest.length]).toEqual(['space', 'space', 0]);
        const strong = first!.tokens;
        expect(strong.map(({ type }) => type)).toEqual(['strong']);
        expect(decoded(read((strong[0] as { tokens: Token[] } & Token).tokens))).toBe(
          oneLine(`t${title}`, 140),
        );
        expect(decoded(read(second!.tokens))).toBe(oneLine(`t${text}`, 700));
        expect(last!.tokens).toMatchObject([{ type: 'link', href: link }]);
        expect(post.text).not.toMatch(/@[^\u200B]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('in Discord', () => {
    fc.assert(
      fc.property(nasty, nasty, (title, text) => {
        const post = postFor('discord', told(`t${title}`, `t${text}`)) as {
          content: string;
          allowed_mentions: object;
        };
        expect(post.allowed_mentions).toEqual({ parse: [] });
        const [paragraph, ...rest] = marked.lexer(post.content) as (Token & { tokens: Token[] })[];
        expect(rest).toEqual([]);
        const [strong, ...inner] = paragraph!.tokens;
        expect(strong!.type).toBe('strong');
        expect(apart(read((strong as { tokens: Token[] } & Token).tokens))).toBe(oneLine(`t${title}`, 140));
        expect(inner.pop()).toMatchObject({ type: 'link', href: link });
        expect(apart(read(inner)).trim()).toBe(oneLine(`t${text}`, 700));
        expect(post.content).not.toMatch(/@[^\u200B]/);
        expect(post.content.length).toBeLessThan(2000);
      }),
      { numRuns: 2000 },
    );
  });

  it('in Slack, where what stands between < and > is its own', () => {
    fc.assert(
      fc.property(nasty, nasty, (title, text) => {
        const post = postFor('slack', told(title, text)) as {
          text: string;
          blocks: { text: object }[];
          mrkdwn: boolean;
        };
        const ours = `\n<${link}|Read it in Guildhall>`;
        expect(post.text.endsWith(ours)).toBe(true);
        const theirs = post.text.slice(0, -ours.length);
        expect(theirs).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)|@[^\u200B]/);
        expect(decoded(theirs)).toBe(`${oneLine(title, 140)}\n${oneLine(text, 700)}`);
        expect(post.mrkdwn).toBe(false);
        for (const { text: block } of post.blocks)
          if (JSON.stringify(block).includes('mrkdwn'))
            expect(block).toEqual({ type: 'mrkdwn', text: `<${link}|Read it in Guildhall>` });
      }),
      { numRuns: 2000 },
    );
  });

  it('in Teams, where a run of text is only text', () => {
    fc.assert(
      fc.property(nasty, nasty, (title, text) => {
        const post = postFor('teams', told(title, text)) as {
          attachments: {
            content: {
              body: { type: string; inlines: { type: string; text: string }[] }[];
              actions: object[];
            };
          }[];
        };
        const { body, actions } = post.attachments[0]!.content;
        expect(new Set(body.map(({ type }) => type))).toEqual(new Set(['RichTextBlock']));
        expect(body.flatMap(({ inlines }) => inlines.map((run) => [run.type, run.text]))).toEqual(
          [oneLine(title, 140), oneLine(text, 700)].map((line) => ['TextRun', line]),
        );
        expect(actions).toEqual([{ type: 'Action.OpenUrl', title: 'Read it in Guildhall', url: link }]);
      }),
    );
  });

  it('is as it was written for a program that reads JSON', () => {
    expect(postFor('webhook', told('<!channel> **x**'))).toEqual({
      type: 'announcement.near-miss',
      timestamp: '1970-01-01T00:00:00.000Z',
      data: { title: '<!channel> **x**', text: 'Worth a look.', link },
    });
  });
});

it.each(kinds)('%s: a title of any length becomes a post of a length that is taken', (kind) => {
  const post = JSON.stringify(postFor(kind, told('x'.repeat(10_000), '<@'.repeat(10_000))));
  expect(post.length).toBeLessThan(12_000);
});
