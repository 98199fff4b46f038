/** Lessons and banks as somebody would write them, to be spoilt one by one. */

export const facts = {
  title: 'Secrets stay out of code',
  about: 'Where passwords go wrong.',
  minutes: 12,
  stages: ['code', 'build'],
  objectives: ['Say where a secret belongs'],
  references: [{ title: 'A page about it', url: 'https://example.org/secrets' }],
};

/** A lesson's text; JSON is YAML, so that its facts are written as such, one a line. */
export const lessonText = (body: string, change: Record<string, unknown> = {}): string =>
  [
    '---',
    ...Object.entries({ ...facts, ...change })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    '---',
    body,
  ].join('\n');

export const questions = Array.from({ length: 8 }, (_, nth) => ({
  id: `question-${nth}`,
  prompt: 'Where does a secret belong?',
  options: [
    { text: 'In a vault', correct: true, why: 'Nobody reads it there.' },
    { text: 'In the code', correct: false, why: 'Everybody reads it there.' },
  ],
}));

/** A bank whose first question is changed. */
export const bankText = (change: Record<string, unknown> = {}): string =>
  JSON.stringify({ questions: [{ ...questions[0], ...change }, ...questions.slice(1)] }, null, 2);
