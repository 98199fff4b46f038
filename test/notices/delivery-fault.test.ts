import fc from 'fast-check';
import { expect, it } from 'vitest';

import { readFault } from '#app/notices/delivery-fault.ts';

const said = (command: string, responseCode: number, response = `${responseCode} no`) => ({
  code: 'E',
  command,
  responseCode,
  response,
  message: response,
});

it.each([
  ['a mailbox that is not there', said('RCPT TO', 550), 'never'],
  ['a letter that is not wanted', said('DATA', 554), 'never'],
  ['an address that is none', { code: 'EENVELOPE', message: 'No recipients defined' }, 'never'],
  ['a mailbox that is full for now', said('RCPT TO', 452), 'later'],
  ['a letter it has no room for now', said('DATA', 451), 'later'],
  ['a server that closes', said('RCPT TO', 421), 'server'],
  ['a wrong password', said('AUTH PLAIN', 535), 'server'],
  ['a sender that is not welcome', said('MAIL FROM', 550), 'server'],
  ['a greeting that is a refusal', said('CONN', 554), 'server'],
  ['nobody there', { code: 'ECONNECTION', message: 'connect ECONNREFUSED 127.0.0.1:25' }, 'server'],
  ['something that is no error at all', 'what?', 'server'],
] as const)('%s', (_, fault, verdict) => {
  expect(readFault(fault).verdict).toBe(verdict);
});

it('keeps what the server said, but no address, no link and nothing as long as a token', () => {
  const token = 'x'.repeat(43);
  const told = `550 5.1.1 <nina@northwind.example>:\r\n see https://guild.example/password-resets/${token} ${token}`;
  expect(readFault(said('DATA', 550, told)).words).toBe('550 5.1.1 …: see … …');
});

it('whatever a server says, it is one short line without addresses', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.emailAddress(), (text, address) => {
      const { words } = readFault(said('DATA', 550, `${text} <${address}> ${text}`));
      expect(words.length).toBeLessThanOrEqual(200);
      expect(words).not.toMatch(/[\r\n]/);
      expect(words).not.toContain(address);
    }),
  );
});
