import fc from 'fast-check';
import { expect, it } from 'vitest';

import { merge } from '#app/meetings/merging.ts';
import { answered, type Draft, heard, landed, type Saved } from '#app/meetings/note-writing.ts';

const began: Draft = { base: { version: 3, text: 'we saw' }, text: 'we saw it', sent: null };

it('brings what others saved into what is being typed', () => {
  expect(heard(began, { version: 4, text: 'yes we saw' })).toEqual({
    base: { version: 4, text: 'yes we saw' },
    text: 'yes we saw it',
    sent: null,
  });
});

it('knows what it has heard before', () => {
  expect(heard(began, { version: 3, text: 'something else' })).toBe(began);
});

it('waits for the answer to what was sent, or it would be there twice', () => {
  const waiting = { ...began, sent: 'we saw it' };
  expect(heard(waiting, { version: 4, text: 'we saw it' })).toBe(waiting);
});

it('keeps what was typed while it was being saved', () => {
  const typedOn = { ...began, sent: 'we saw it', text: 'we saw it on Monday' };
  expect(answered(typedOn, { version: 4, text: 'yes we saw it' })).toEqual({
    base: { version: 4, text: 'yes we saw it' },
    text: 'yes we saw it on Monday',
    sent: null,
  });
});

it.each([
  ['by itself', [{ version: 4, text: 'we saw it' }], 4],
  [
    'after another',
    [
      { version: 4, text: 'yes we saw' },
      { version: 5, text: 'yes we saw it' },
    ],
    5,
  ],
  ['never', [{ version: 4, text: 'yes we saw' }], null],
])('finds where a text was saved of which no answer came: %s', (_, since: Saved[], version) => {
  expect(landed(began.base, since, 'we saw it')?.version ?? null).toBe(version);
});

/** A house that remembers, two who write, and a line between them that breaks at the worst moments. */
it('after any number of lost answers all have the same text, with every word in it', () => {
  type Event = { who: 0 | 1; does: 'type' | 'save' | 'lose-request' | 'lose-answer' | 'hear' };
  const event = fc.record({
    who: fc.constantFrom<0 | 1>(0, 1),
    does: fc.constantFrom<Event['does']>('type', 'type', 'save', 'lose-request', 'lose-answer', 'hear'),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const versions: Saved[] = [{ version: 0, text: '' }];
      const latest = () => versions.at(-1)!;
      const drafts: Draft[] = [0, 1].map(() => ({ base: versions[0]!, text: '', sent: null }));
      const typed: string[] = [];
      const store = ({ base, text, sent }: Draft): Saved => {
        const since = versions.filter(({ version }) => version > base.version);
        const earlier = sent === null ? null : landed(base, since, sent);
        const mine = earlier ? merge(sent!, earlier.text, text) : text;
        const now = merge((earlier ?? base).text, latest().text, mine);
        if (now !== latest().text) versions.push({ version: latest().version + 1, text: now });
        return latest();
      };
      const run = ({ who, does }: Event) => {
        const draft = drafts[who]!;
        if (does === 'type') {
          const word = `w${typed.length}`;
          typed.push(word);
          drafts[who] = { ...draft, text: draft.text === '' ? word : `${draft.text} ${word}` };
        } else if (does === 'hear') drafts[who] = heard(draft, latest());
        else if (draft.text !== draft.base.text) {
          const { text, sent } = draft;
          if (does !== 'lose-request') {
            const saved = store(draft);
            if (does === 'save') drafts[who] = answered({ ...draft, sent: text }, saved);
          }
          if (does !== 'save') drafts[who] = { ...draft, sent: sent ?? text };
        }
      };
      events.forEach(run);
      for (let round = 0; round < 2; round++)
        for (const who of [0, 1] as const) for (const does of ['save', 'hear'] as const) run({ who, does });
      for (const { text } of drafts) expect(text).toBe(latest().text);
      const found = latest().text.match(/\S+/g) ?? [];
      for (const word of typed) expect(found).toContain(word);
    }),
    { numRuns: 1000 },
  );
});
