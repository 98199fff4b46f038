import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { render } from '#app/ui/markdown.server.ts';

import { payloads } from './payloads.ts';

type Tag = { name: string; attributes: Record<string, string> };

const decoded = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The tags of HTML that is written as strictly as ours has to be; anything looser throws. */
function tagsIn(html: string): Tag[] {
  const tags: Tag[] = [];
  const rest = html.replaceAll(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)(?: \/)?>/g,
    (_, end, name, given) => {
      const attributes = [...String(given).matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [
        key!,
        decoded(value ?? ''),
      ]);
      if (!end) tags.push({ name: String(name), attributes: Object.fromEntries(attributes) });
      return '';
    },
  );
  if (/[<>]/.test(rest)) throw new Error(`This is no tag of ours: ${rest}`);
  return tags;
}

const harmless = new Set(
  'h1 h2 h3 h4 h5 h6 p br hr blockquote pre code ul ol li em strong del a img table thead tbody tr th td input'.split(
    ' ',
  ),
);
const attributes = new Set(
  'href src alt title rel loading start type checked disabled aria-label'.split(' '),
);

function expectHarmless(html: string) {
  for (const { name, attributes: given } of tagsIn(html)) {
    expect(harmless).toContain(name);
    for (const attribute of Object.keys(given)) expect(attributes).toContain(attribute);
    if (given.href !== undefined)
      expect(given.href).toMatch(/^(https?:\/\/|mailto:|\/(?!\/)|#|[^:/?#\\]*(?:[/?#]|$))/i);
    if (given.src !== undefined)
      expect(given.src).toMatch(/^(data:image\/(png|jpeg|jpg|gif|webp);|\/(?!\/))/i);
    if (name === 'input') expect(given).toMatchObject({ type: 'checkbox', disabled: '' });
    if (name === 'a' && given.href) expect(given.rel).toBe('noopener noreferrer nofollow');
  }
}

describe('Markdown runs nothing', () => {
  it.each(payloads)('%s', (markdown) => {
    expectHarmless(render(markdown));
  });

  it('whatever is written', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...payloads,
        '<',
        '>',
        '"',
        "'",
        '`',
        '](',
        '![',
        '\n\n',
        '\n',
        '- ',
        '> ',
        '    ',
        '|',
        '&#',
        ';',
        '\0',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => expectHarmless(render(pieces.join('')))),
      { numRuns: 500 },
    );
  });
});

it('this test would notice', () => {
  for (const html of [
    '<script>',
    '<img src="/x" onerror="hit()">',
    '<a href="javascript:hit()">',
    '<p style="x">',
  ]) {
    expect(() => expectHarmless(html)).toThrow();
  }
});

describe('Markdown shows', () => {
  it('raw HTML as the text it is', () => {
    expect(render('a <b onclick="x()">bold</b> word')).toBe(
      '<p>a &lt;b onclick="x()"&gt;bold&lt;/b&gt; word</p>\n',
    );
  });

  it.each([
    ['# Title', '<h1>Title</h1>'],
    ['*a* **b** ~~c~~ `d`', '<em>a</em> <strong>b</strong> <del>c</del> <code>d</code>'],
    ['1. a\n2. b', '<li>a</li>'],
    ['3. a\n4. b', '<ol start="3">'],
    ['> quote', '<blockquote>'],
    ['```sh\nls <dir>\n```', 'ls &lt;dir&gt;'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '<td>2</td>'],
    ['[ours](/postmortems/1)', '<a href="/postmortems/1"'],
    ['[there](https://example.com/?a=1&b=2)', 'href="https://example.com/?a=1&amp;b=2"'],
    ['https://example.com/x', '<a href="https://example.com/x"'],
    ['![plan](/files/1.png)', '<img src="/files/1.png" alt="plan" loading="lazy" />'],
    ['- [x] done', 'aria-label="done"'],
    ['- [ ] open', 'aria-label="open"'],
    ['AT&T < 5 > 3 "quoted"', 'AT&amp;T &lt; 5 &gt; 3 "quoted"'],
  ])('%j', (markdown, html) => {
    expect(render(markdown)).toContain(html);
  });

  it('a picture from elsewhere as a link, so that nobody is told who reads this', () => {
    const html = render('![the graph](https://metrics.example/graph.png)');
    expect(html).not.toContain('<img');
    expect(html).toContain('href="https://metrics.example/graph.png"');
    expect(html).toContain('the graph</a>');
  });

  it('a very long document in good time', () => {
    const started = performance.now();
    render('- a **b** [c](/d) `e`\n'.repeat(5000));
    render(`${'['.repeat(5000)}x`);
    render('*'.repeat(20_000));
    render(`${'> '.repeat(300)}deep`);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
