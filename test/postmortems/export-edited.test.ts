import { describe, expect, it } from 'vitest';
import type { PostmortemDocument } from '../../app/postmortems/document.ts';
import { writeMarkdown } from '../../app/postmortems/export.ts';
import { readPostmortem } from '../../app/postmortems/import/read.ts';
import { lostWords } from '../../app/postmortems/import/words.ts';

const document: PostmortemDocument = {
  title: 'Sign-in slow',
  kind: 'incident',
  severity: 2,
  timezone: 'UTC',
  sections: [
    {
      key: 'summary',
      heading: 'Incident Summary',
      markdown: 'Signing in took 40 seconds.\n\n### For whom\n\nEverybody.',
    },
    { key: 'timeline', heading: 'Timeline', markdown: '' },
    { key: 'root-cause', heading: 'Root Cause', markdown: 'An index was missing.' },
    { key: 'action-items', heading: 'Action Items', markdown: '' },
  ],
  milestones: [{ kind: 'detected', at: '2023-02-14T09:02', written: '09:02', zone: null }],
  timeline: [
    { at: '2023-02-14T09:00', written: '9am', zone: 'UTC', text: 'First complaint' },
    { at: '2023-02-14T09:30', written: '2023-02-14 09:30', zone: null, text: 'Log says:\n\n```\nslow\n```' },
    { at: null, written: 'later', zone: null, text: 'Index added' },
  ],
  actions: [
    {
      text: 'Load test sign-in',
      owner: 'Grace',
      done: false,
      kind: 'detect',
      severity: 3,
      due: '2023-03-01',
      ticket: 'SRE-7',
    },
    { text: 'Add the index', owner: null, done: true, kind: null, severity: null, due: null, ticket: null },
  ],
};
const written = writeMarkdown(document);

describe('a written postmortem', () => {
  it('is pleasant to read', () => {
    expect(written).toMatchInlineSnapshot(`
      "---
      guildhall: 1
      title: "Sign-in slow"
      kind: incident
      severity: 2
      timezone: "UTC"
      milestones:
        - kind: detected
          at: "2023-02-14T09:02"
          written: "09:02"
      ---

      # Sign-in slow

      <!-- guildhall:section summary -->
      ## Incident Summary

      Signing in took 40 seconds.

      ### For whom

      Everybody.

      <!-- guildhall:section timeline -->
      ## Timeline

      <!-- guildhall:timeline -->
      - **2023-02-14 09:00 UTC** <!-- {"written":"9am"} --> First complaint
      - **2023-02-14 09:30** Log says:

        \`\`\`
        slow
        \`\`\`
      - **Time unknown** <!-- {"written":"later"} --> Index added

      <!-- guildhall:section root-cause -->
      ## Root Cause

      An index was missing.

      <!-- guildhall:section action-items -->
      ## Action Items

      <!-- guildhall:actions -->
      - [ ] Load test sign-in
        *Owner: Grace · Due: 2023-03-01 · Ticket: SRE-7 · Kind: detect · Severity: 3*
      - [x] Add the index
      "
    `);
  });

  it('keeps what somebody changes in it', () => {
    const edited = written
      .replace('# Sign-in slow', '# Sign-in slower')
      .replace('09:30**', '09:35 CET**')
      .replace('An index was missing.', 'An index was missing.\n\n## A thought\n\nWhy?')
      .replace('- [ ] Load test', '- [x] Load test')
      .replace('Owner: Grace', 'Owner: Grace Hopper');
    const { document: read, unplaced } = readPostmortem(edited);
    expect(read.title).toBe('Sign-in slower');
    expect(read.timeline[1]).toMatchObject({ at: '2023-02-14T09:35', zone: 'CET' });
    expect(read.sections[2]!.markdown).toBe('An index was missing.\n\n## A thought\n\nWhy?');
    expect(read.actions[0]).toMatchObject({
      text: 'Load test sign-in',
      owner: 'Grace Hopper',
      done: true,
      ticket: 'SRE-7',
    });
    expect(unplaced).toBe('');
  });

  it('takes entries and items that somebody adds in their own way', () => {
    const edited = written
      .replace('- **Time unknown', '- 10:15 – Team awake\n- **Time unknown')
      .replace('- [x] Add the index', '- [x] Add the index\n* @lee: write it down\n\nThat is all.');
    const { document: read } = readPostmortem(edited);
    expect(read.timeline.map(({ at, text }) => [at, text.split('\n')[0]])).toEqual([
      ['2023-02-14T09:00', 'First complaint'],
      ['2023-02-14T09:30', 'Log says:'],
      ['2023-02-14T10:15', 'Team awake'],
      [null, 'Index added'],
    ]);
    expect(read.actions.map(({ text, owner, done }) => [text, owner, done])).toEqual([
      ['Load test sign-in', 'Grace', false],
      ['Add the index', null, true],
      ['write it down', '@lee', false],
    ]);
    expect(read.sections.find(({ key }) => key === 'action-items')!.markdown).toBe('That is all.');
  });

  it('still reads well where its marks are gone', () => {
    const bare = written.replace(/^<!-- guildhall.*-->\n/gm, '');
    const reading = readPostmortem(bare);
    expect(reading.document.title).toBe('Sign-in slow');
    expect(reading.document.severity).toBe(2);
    expect(reading.document.sections.map(({ key }) => key)).toEqual([
      'summary',
      'timeline',
      'root-cause',
      'action-items',
      'front-matter',
    ]);
    expect(reading.document.timeline.map(({ at }) => at)).toEqual([
      '2023-02-14T09:00',
      '2023-02-14T09:30',
      null,
    ]);
    expect(reading.document.actions.map(({ owner, done }) => [owner, done])).toEqual([
      ['Grace', false],
      [null, true],
    ]);
    expect(lostWords(bare, reading).filter((word) => word !== 'written')).toEqual([]);
  });
});
