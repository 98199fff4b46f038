import { describe, expect, it } from 'vitest';

import { render } from '#app/ui/markdown.server.ts';

/** As much as a section may hold. */
const LENGTH = 200_000;

const again = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
const growing = (unit: (number: number) => string) => {
  let text = '';
  for (let number = 1; text.length < LENGTH; number++) text += unit(number);
  return text;
};

const units = [
  ...['_a*', '*a_', '__a', '**a', '*a ', '*a **a ', 'a**b', '***a_', '*', '_', '*.', 'a*', '*a* '],
  ...['~~a', '~a ', 'a~', '~a~~', '~', '`', '`a ``b ', '[`a', '*`a', '*[', '*a[a](b', '_[a](b)', '*<a>'],
  ...['[', '![', '[a](', '[a](<', '[]', '[a][b]', '[a ', '[a](b "', '[a](\\', ']', '](', '!', '[^1]: '],
  ...['[a]: b "', '[a]: b "\n', '[a]:\n', '[a]: (b\n', '<', '<a ', '<a b="', '<!--', '<?', '<![CDATA['],
  ...['<a@', '<http:', '</a', '<!A ', '<div\n', '<div>\n\n', '<pre>\n', '<b>x</b> ', '|', '|\n', '|-|\n'],
  ...['a|b\n', '\\|', '- - - a\n', '---- \n a ', '>', '> ', '- ', '1. ', '> - ', '* + - ', '- a\n', '> a\n'],
  ...['> > a\n>\n', '- > a\n', '- a\n\n', '-\n', '*\n', '1)\n', '- [ ] a\n', 'a\n- ', '999999999. a\n'],
  ...['a@a.', 'a@', 'a', 'a.', 'a-_.', 'http://', 'www.', 'www.a(', 'www.a.b ', 'mailto:a', '#', '# #'],
  ...['a\n=\n', 'a\n', ' ', '\t', 'a  ', 'a  \n', ' \n', '\n', '    a\n', '```\n', '~~~a\n', '```a\nb\n'],
  ...['\\', '\\*', '&', '&#', '&a', '"', '\u00a0', '\0', 'a_b_c(*d, **e) '],
];

const shapes: Record<string, string> = {
  'emphasis within emphasis': '*a '.repeat(LENGTH / 6) + ' b*'.repeat(LENGTH / 6),
  'links within links': '['.repeat(LENGTH / 5) + '](a)'.repeat(LENGTH / 5),
  'pictures within pictures': '!['.repeat(LENGTH / 6) + '](a)'.repeat(LENGTH / 6),
  'brackets within brackets': '['.repeat(LENGTH / 2) + ']'.repeat(LENGTH / 2),
  'a link of brackets': `[a](${'('.repeat(LENGTH)}`,
  'an address of brackets': `www.a.b/${')'.repeat(LENGTH)}`,
  'an address of questions': `www.a.b/${'?'.repeat(LENGTH)}`,
  'an address of entities': `www.a.b/${'&a;'.repeat(LENGTH / 3)}`,
  'a long e-mail address': `a@${'a.'.repeat(LENGTH / 2)}`,
  'longer and longer code': growing((number) => `${'`'.repeat(number)}a `),
  'a table that is wide': `${'|a'.repeat(LENGTH / 5)}|\n${'|-'.repeat(LENGTH / 5)}|\n|b`,
  'a table of empty rows': `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${'|\n'.repeat(LENGTH / 2)}`,
  'a table both wide and long': `${'|a'.repeat(9000)}|\n${'|-'.repeat(9000)}|\n${'|\n'.repeat(LENGTH / 3)}`,
  'a stair of lists': growing((number) => `${'  '.repeat(number % 600)}- a\n`),
  'a stair of quotations': growing((number) => `${'>'.repeat(number)} a\n`),
  'a stair of quotations down': Array.from({ length: 600 }, (_, at) => `${'>'.repeat(600 - at)} a\n`).join(
    '',
  ),
  'a deep quotation that goes on': `${'>'.repeat(100)}a\n${'b\n'.repeat(LENGTH / 2)}`,
  'a deep quotation': `${'> '.repeat(100)}a\n`.repeat(LENGTH / 200),
  'a deep list': `${'- '.repeat(80)}a\n${`${'  '.repeat(80)}b\n`.repeat(LENGTH / 162)}`,
  'many definitions': `${growing((number) => `[a${number}]: b\n`)}\n${'[a1] '.repeat(5000)}`,
  'a heading of spaces': `# a${' '.repeat(LENGTH)}b`,
  'a heading of marks': `# a${' #'.repeat(LENGTH / 2)}b`,
  'a title under many lines': `${'a\n'.repeat(LENGTH / 2)}==`,
  'a gap': `a${' '.repeat(LENGTH)}b`,
  'code and then nothing': `    a\n${'\n'.repeat(LENGTH)}x`,
};

const texts = Object.entries({ ...Object.fromEntries(units.map((unit) => [unit, again(unit)])), ...shapes });

describe('200,000 characters hold nobody up, being nothing but', () => {
  it.each(texts)('%j', (_, text) => {
    const started = performance.now();
    render(text);
    const took = performance.now() - started;
    // Generous, for a machine that has much else to do; without bounds these take minutes.
    expect(took).toBeLessThan(5000);
  });
});

const words = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, '');

describe('what is beyond the bounds is shown as it was written', () => {
  it.each(['>', '- ', '1. ', '> - '])('5,000 times %j within each other', (unit) => {
    expect(words(render(`${unit.repeat(5000)}the end`))).toContain('theend');
  });

  it('emphasis of which there is too much', () => {
    expect(words(render('_a*'.repeat(8000)))).toBe('_a*'.repeat(8000));
  });

  it('a table that would be mostly cells nobody wrote', () => {
    expect(render(`|a${'|'.repeat(5000)}\n${'|-'.repeat(5001)}|\n${'|\n'.repeat(5000)}the end`)).toContain(
      'the end',
    );
  });
});

it('a long document that somebody wrote is read to its end', () => {
  const part = `## Part\n\n${'Lorem **ipsum** [dolor](/a) `sit` _amet_ foo_bar, and so on.\n'.repeat(12)}\n- one\n  - two\n\n`;
  const html = render(part.repeat(Math.floor(LENGTH / part.length)) + '**the end**');
  expect(html.includes('<strong>the end</strong>')).toBe(true);
  expect(html.match(/<strong>ipsum<\/strong>/g)).toHaveLength(12 * Math.floor(LENGTH / part.length));
});
