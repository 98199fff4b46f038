import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readPostmortem } from '#app/postmortems/import/read.ts';

import { expectValid } from './valid.ts';

/** A file of ours, as somebody has gone on with it by hand. */
const ours = (header: string, timeline: string, actions: string) =>
  [
    `---\nguildhall: 1\ntitle: "T"\nkind: incident\n${header}---\n\n# T`,
    `<!-- guildhall:timeline -->\n## Timeline\n\n${timeline}`,
    `<!-- guildhall:actions -->\n## Action items\n\n${actions}\n`,
  ].join('\n\n');

const read = (header: string, timeline: string, actions: string) => {
  const { document } = readPostmortem(ours(header, timeline, actions));
  expectValid(document);
  return document;
};

describe('a file of ours that was changed by hand', () => {
  it.each(['2021-13-45 10:00', '2021-02-30', '2021-01-01 25:61'])(
    'has no time of no calendar: %s',
    (time) => {
      const { timeline } = read('', `- **${time}** It broke`, '');
      expect(timeline).toMatchObject([{ at: null, text: 'It broke' }]);
      expect(timeline[0]!.written).toContain(time);
    },
  );

  it('keeps the words of a milestone whose time is none', () => {
    const { milestones } = read('milestones:\n  - kind: detected\n    at: "2021-13-45T10:00"\n', '', '');
    expect(milestones).toEqual([{ kind: 'detected', at: null, written: '2021-13-45T10:00', zone: null }]);
  });

  it.each(['Due: soon', 'Due: 2021-02-30', 'Kind: fixing', 'Severity: 9', 'Severity: high', 'Severity: 2.5'])(
    'keeps as words what an action item cannot have: %s',
    (detail) => {
      const { actions } = read('', '', `- [ ] Add the check\n  *Owner: Ada · ${detail}*`);
      expect(actions).toEqual([
        {
          text: `Add the check (${detail})`,
          owner: 'Ada',
          done: false,
          kind: null,
          severity: null,
          due: null,
          ticket: null,
        },
      ]);
    },
  );

  it('holds nothing that a page could not show, whatever was written', () => {
    const number = fc.integer({ min: 0, max: 99 }).map((one) => String(one).padStart(2, '0'));
    const day = fc
      .tuple(fc.constantFrom('2021', '0000', '9999'), number, number)
      .map((parts) => parts.join('-'));
    const time = fc.tuple(day, number, number).map(([date, hour, minute]) => `${date} ${hour}:${minute}`);
    const any = fc.oneof(day, time, fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(any, any, any, fc.constantFrom('', 'UTC'), (at, due, severity, zone) => {
        const { document } = readPostmortem(
          ours(
            `milestones:\n  - kind: detected\n    at: ${JSON.stringify(at)}\n`,
            `- **${at}${zone && ` ${zone}`}** It broke\n- ${at} more`,
            `- [ ] Do (due ${due})\n  *Due: ${JSON.stringify(due)} · Severity: ${JSON.stringify(severity)}*`,
          ),
        );
        expectValid(document);
      }),
      { numRuns: 1000 },
    );
  });
});
