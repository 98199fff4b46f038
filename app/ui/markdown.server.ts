import { Marked } from 'marked';
import sanitize from 'sanitize-html';

import { BoundedLexer } from './bounded-markdown.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Raw HTML is shown as the text it is. */
const marked = new Marked({ gfm: true, async: false, renderer: { html: ({ text }) => escaped(text) } });

const policy: sanitize.IOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li'],
    ...['em', 'strong', 'del', 'a', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'input'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title', 'loading'],
    ol: ['start'],
    input: ['type', 'checked', 'disabled', 'aria-label'],
    code: [],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener noreferrer nofollow' } }),
    input: (tagName, attribs) => ({
      tagName,
      attribs: {
        ...('checked' in attribs && { checked: '' }),
        type: 'checkbox',
        disabled: '',
        'aria-label': 'checked' in attribs ? 'done' : 'open',
      },
    }),
    // Pictures from elsewhere are not loaded (they would tell who reads this): the address becomes a link.
    img: (tagName, attribs): sanitize.Tag =>
      /^(data:image\/(png|jpe?g|gif|webp);|\/(?!\/))/i.test(attribs.src ?? '')
        ? { tagName, attribs: { ...attribs, loading: 'lazy' } }
        : {
            tagName: 'a',
            attribs: { href: attribs.src ?? '', rel: 'noopener noreferrer nofollow' },
            text: attribs.alt || attribs.src || 'picture',
          },
  },
};

/**
 * Markdown to HTML that is safe to show: raw HTML escaped, addresses from an allow-list, then sanitised. It takes time
 * in proportion to the text; a text that nests beyond all reading is shown as it was written.
 */
export function render(markdown: string): string {
  const before = rendered.get(markdown);
  if (before !== undefined) return before;
  const html = renderAnew(markdown);
  keptCharacters += markdown.length + html.length;
  if (keptCharacters > MOST_CHARACTERS) {
    rendered.clear();
    keptCharacters = markdown.length + html.length;
  }
  rendered.set(markdown, html);
  return html;
}

/** The same text is read far more often than it is written. */
const rendered = new Map<string, string>();
const MOST_CHARACTERS = 8_000_000;
let keptCharacters = 0;

function renderAnew(markdown: string): string {
  try {
    return sanitize(marked.parser(new BoundedLexer(marked.defaults).lex(markdown)), policy);
  } catch {
    return `<pre>${escaped(markdown)}</pre>\n`;
  }
}
