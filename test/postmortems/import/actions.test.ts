import { describe, expect, it } from 'vitest';
import { readActions } from '../../../app/postmortems/import/actions.ts';
import { linesOf } from '../../../app/postmortems/import/lines.ts';

const people = new Set(['jane', 'jane doe']);
const about = { year: 2021, month: 3, day: 1 };
const read = (text: string) => readActions(linesOf(text), { people, about });
const one = (text: string) =>
  read(text).actions.map(({ text: said, owner, done, due, ticket }) => [said, owner, done, due, ticket]);

describe('an action item', () => {
  it.each([
    ['- fix it', ['fix it', null, false, null, null]],
    ['3) fix it', ['fix it', null, false, null, null]],
    ['- [x] fix it', ['fix it', null, true, null, null]],
    ['- [ ] @jane-d: fix it (SRE-12)', ['fix it (SRE-12)', '@jane-d', false, null, 'SRE-12']],
    ['- @jane to fix it', ['@jane to fix it', '@jane', false, null, null]],
    ['- fix it (@jane)', ['fix it', '@jane', false, null, null]],
    ['- fix it, Owner: Jane Doe', ['fix it', 'Jane Doe', false, null, null]],
    [
      '- fix it (owner: Jane, due: 2021-04-01)',
      ['fix it (due: 2021-04-01)', 'Jane', false, '2021-04-01', null],
    ],
    ['- fix it [Assigned to: platform team]', ['fix it', 'platform team', false, null, null]],
    ['- fix it — **Owner:** @jane', ['fix it', '@jane', false, null, null]],
    ['- fix it. Owner: TBD', ['fix it. Owner: TBD', null, false, null, null]],
    ['- fix it by April 1st', ['fix it by April 1st', null, false, '2021-04-01', null]],
    ['- ✅ fix it', ['fix it', null, true, null, null]],
    ['☑ fix it', ['fix it', null, true, null, null]],
    ['⬜ fix it', ['fix it', null, false, null, null]],
    ['- ~~fix it~~', ['fix it', null, true, null, null]],
    ['- DONE: fix it', ['fix it (DONE)', null, true, null, null]],
    ['- fix it (done)', ['fix it (done)', null, true, null, null]],
    [
      '- fix it DONE in [PR #5](http://a.b/pull/5)',
      ['fix it DONE in [PR #5](http://a.b/pull/5)', null, true, null, '#5'],
    ],
    [
      '- fix it, what has been done by others',
      ['fix it, what has been done by others', null, true, null, null],
    ],
    ['- get it done sooner', ['get it done sooner', null, false, null, null]],
    ['- react to CVE-2021-44228 sooner', ['react to CVE-2021-44228 sooner', null, false, null, null]],
    ['TODO: fix it', ['TODO: fix it', null, false, null, null]],
    ['OPS-1: fix it', ['OPS-1: fix it', null, false, null, 'OPS-1']],
  ])('%s', (source, expected) => {
    expect(one(source)).toEqual([expected]);
  });

  it('keeps what is nested in it', () => {
    expect(one('- fix it\n  - first here\n\n  then there\n- and that')).toEqual([
      ['fix it\n- first here\n\nthen there', null, false, null, null],
      ['and that', null, false, null, null],
    ]);
  });

  it('stands under a name or a theme', () => {
    expect(
      one('### Jane\n\n- a\n\n### Process\n\n- b\n- Monitoring:\n  - c\n- Jane Doe\n  - d').map(
        ([text, owner]) => [text, owner],
      ),
    ).toEqual([
      ['a', 'Jane'],
      ['b', null],
      ['c', null],
      ['d', 'Jane Doe'],
    ]);
  });

  it('is signed where most of a list is', () => {
    expect(one('- a (Ana)\n- b (Ben)\n- c').map(([text, owner]) => [text, owner])).toEqual([
      ['a', 'Ana'],
      ['b', 'Ben'],
      ['c', null],
    ]);
    expect(one('- a (Kubernetes)\n- b\n- c').map(([text, owner]) => [text, owner])).toEqual([
      ['a (Kubernetes)', null],
      ['b', null],
      ['c', null],
    ]);
  });
});

describe('a section without action items', () => {
  it.each(['We will be careful.', '- N/A', '- None', '', '-', '### What went wrong\n\n- the alert'])(
    '%s',
    (source) => {
      const { actions, rest } = read(source);
      expect(actions).toEqual([]);
      expect(rest.replace(/^- ?/, '')).toBe(source.replace(/^- ?/, ''));
    },
  );
});
