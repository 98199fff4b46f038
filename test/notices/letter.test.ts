import { expect, it } from 'vitest';

import { asSubject, noticeLetter } from '#app/notices/letter.ts';

const origin = 'https://guild.example.com';

it('says what happened, where to go, and how to hear less of it', () => {
  const { subject, text } = noticeLetter(
    { text: 'Your squad has a new name', path: '/squads', switchedOff: '/account/notices' },
    origin,
  );
  expect(subject).toBe('Your squad has a new name');
  const [what, where, less] = text.split('\n\n');
  expect([what, where]).toEqual(['Your squad has a new name', `${origin}/squads`]);
  expect(less).toMatch(/^-- \n.*https:\/\/guild\.example\.com\/account\/notices$/);
});

it('says of an obligation that it cannot be switched off', () => {
  const { text } = noticeLetter({ text: 'A concern', path: null, switchedOff: null }, origin);
  expect(text).toMatch(/cannot be switched off/);
  expect(text).not.toContain(origin);
});

it('a subject is one line, cut between words where it is long', () => {
  expect(asSubject('one\r\nBcc: two')).toBe('one Bcc: two');
  const long = asSubject('somebody asked '.repeat(20));
  expect(long.length).toBeLessThanOrEqual(112);
  expect(long).toMatch(/(somebody|asked) …$/);
});
