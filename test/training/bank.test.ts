import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readBank } from '#app/training/bank.ts';

import { bankText, questions } from './written.ts';

const right = { text: 'In a vault', correct: true, why: 'So.' };
const wrong = { text: 'In the code', correct: false, why: 'Not so.' };
const faultsOf = (text: string) => {
  const read = readBank(text);
  return 'faults' in read ? read.faults : [];
};
/** The one fault, and the line of the file it names. */
const fault = (change: Record<string, unknown>) => {
  const text = bankText(change);
  const faults = faultsOf(text);
  expect(faults).toHaveLength(1);
  return { words: faults[0]!.text, line: text.split('\n')[faults[0]!.line - 1]!.trim() };
};

it('reads a bank', () => {
  const code = 'a = 1\nb = 2\n';
  const lines = [
    { ...right, text: 'Line 1' },
    { ...wrong, text: 'Line 2' },
  ];
  const read = readBank(bankText({ code, options: lines }));
  expect('questions' in read && read.questions.slice(0, 2)).toEqual([
    { key: 'question-0', prompt: questions[0]!.prompt, code, options: lines },
    { key: 'question-1', prompt: questions[1]!.prompt, code: null, options: questions[1]!.options },
  ]);
});

describe('a bank is refused', () => {
  it('with a question that has no right option', () => {
    expect(fault({ options: [wrong, { ...wrong, text: 'Nowhere' }] })).toMatchObject({
      words: expect.stringContaining('no option is right'),
    });
  });

  it.each([undefined, '', '  '])('with an option whose reason is %j', (why) => {
    expect(fault({ options: [right, { ...wrong, why }] }).words).toMatch(/^questions\.0\.options\.1\.why: /);
  });

  it.each(['In a vault', ' in A VAULT ', 'In a vault'.normalize('NFD')])('with %j a second time', (text) => {
    const { words, line } = fault({ options: [right, { ...wrong, text }] });
    expect(words).toContain('a second option says');
    expect(line).toContain(JSON.stringify(text));
  });

  it('with two options that differ in how an accent is written', () => {
    const both = ['Caf\u00e9', 'CAFE\u0301'].map((text, at) => ({ ...right, text, correct: at === 0 }));
    expect(fault({ options: both }).words).toContain('a second option says');
  });

  it('with an id twice', () => {
    const text = JSON.stringify({ questions: [...questions, questions[3]] }, null, 2);
    const [found] = faultsOf(text);
    expect(found!.text).toBe('"question-3": a second question has this id');
    expect(
      text
        .split('\n')
        .slice(0, found!.line)
        .join('\n')
        .match(/"question-3"/g),
    ).toHaveLength(2);
  });

  it('with fewer than 8 questions', () => {
    const [found] = faultsOf(JSON.stringify({ questions: questions.slice(1) }));
    expect(found!.text).toContain('fewer than 8 questions');
  });

  it('with one option alone', () => {
    expect(fault({ options: [right] }).words).toContain('fewer than 2 options');
  });

  it.each(['Line 0', 'Line 3', 'Line 99999999999999999999'])('with "%s" of two lines', (text) => {
    const options = [
      { ...right, text: 'Line 1' },
      { ...wrong, text },
    ];
    const { words, line } = fault({ code: 'a = 1\nb = 2\n', options });
    expect(words).toContain('the code has 2 lines');
    expect(line).toContain(text);
  });

  it('with a line to choose and no code', () => {
    expect(fault({ options: [right, { ...wrong, text: 'Line 1' }] }).words).toContain('there is no code');
  });

  it.each([
    ['an id that does not fit in an address', { id: 'Question 1' }],
    ['no prompt', { prompt: undefined }],
    ['an empty prompt', { prompt: '' }],
    ['something nobody knows', { hint: 'psst' }],
    ['a word for right or wrong', { options: [{ ...right, correct: 'yes' }, wrong] }],
  ])('with %s', (_, change) => {
    expect(fault(change).words).toMatch(/^questions\.0/);
  });

  it('with what is no JSON, in the line where it ends to be', () => {
    expect(faultsOf('{\n  "questions": [\n    {"id": }\n  ]\n}')).toEqual([
      { line: 3, text: 'This is not JSON.' },
    ]);
  });
});

const words = fc
  .string({ minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() === text && text !== '');
const alike = (text: string) => text.toLowerCase().normalize('NFC');
const option = fc.record({ text: words, correct: fc.boolean(), why: words });
const question = fc.record({
  prompt: words,
  options: fc
    .uniqueArray(option, { minLength: 2, maxLength: 8, selector: ({ text }) => alike(text) })
    .filter((all) => all.some(({ correct }) => correct) && !all.some(({ text }) => /^Line \d+$/.test(text))),
});

it('is read as it was written, whatever is in it', () => {
  fc.assert(
    fc.property(fc.array(question, { minLength: 8, maxLength: 12 }), (all) => {
      const named = all.map((one, nth) => ({ id: `q${nth}`, ...one }));
      expect(readBank(JSON.stringify({ questions: named }))).toEqual({
        questions: named.map(({ id, ...one }) => ({ key: id, code: null, ...one })),
      });
    }),
    { numRuns: 50 },
  );
});

it('answers every text with questions or with faults', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify({ questions: [value] })),
    fc.jsonValue().map((options) => bankText({ options })),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readBank(text);
      expect('questions' in read || read.faults.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
