import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { linksIn, MOST_LINKS } from '#app/belts/links.ts';
import { safeLink } from '#app/http/safe-link.ts';
import { evidenceSchema, untilProblem } from '#app/belts/evidence-form.ts';
import { day, now } from '#test/support/clock.ts';

const fields = { text: 'I scanned it.', links: '', until: '', version: '3' };

describe('what is typed of evidence', () => {
  it('is read as words, links one a line, and the end of a day', () => {
    const links = ' https://a.example/x?y#z \r\n\r\nhttp://b.example\nhttps://a.example/x?y#z';
    expect(evidenceSchema.parse({ ...fields, links, until: '2026-03-04', kind: 'equivalent' })).toEqual({
      kind: 'equivalent',
      text: 'I scanned it.',
      links: ['https://a.example/x?y#z', 'http://b.example/'],
      until: Date.UTC(2026, 2, 5) - 1,
      version: 3,
    });
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,hello',
    'file:///etc/passwd',
    'ftp://a.example',
    '//a.example',
    'a.example',
    'https://somebody:secret@a.example/',
    'https://a.example/two words',
    `https://a.example/${'x'.repeat(2000)}`,
  ])('refuses %s as a link, in words', (link) => {
    expect(safeLink(link)).toBeNull();
    expect(linksIn(link)).toHaveProperty('problem');
  });

  it('takes ten links and no more', () => {
    const many = (n: number) => Array.from({ length: n }, (_, at) => `https://a.example/${at}`).join('\n');
    expect(linksIn(many(MOST_LINKS))).toHaveProperty('links');
    expect(linksIn(many(MOST_LINKS + 1))).toHaveProperty('problem');
  });

  it('never lets through an address that is not of the web', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withFragments: true, withQueryParameters: true })),
        (text) => {
          const link = safeLink(text);
          if (link !== null) expect(link).toMatch(/^https?:\/\/[^@/]+\//);
        },
      ),
    );
  });

  it('says when a day is over, or too far off to be meant', () => {
    expect(untilProblem(null, now)).toBeNull();
    expect(untilProblem(now + day, now)).toBeNull();
    expect(untilProblem(now, now)).toMatch(/over/);
    expect(untilProblem(now + 4000 * day, now)).toMatch(/years/);
    expect(evidenceSchema.safeParse({ ...fields, until: '2026-02-30' }).success).toBe(false);
  });

  it('is held to a length', () => {
    expect(evidenceSchema.safeParse({ ...fields, text: 'x'.repeat(20_001) }).success).toBe(false);
    expect(evidenceSchema.safeParse({ ...fields, text: 'nul \0' }).success).toBe(false);
  });
});
