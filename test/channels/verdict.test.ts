import { expect, it } from 'vitest';

import { readAnswer, readFault } from '#app/channels/verdict.ts';
import { hour, now } from '#test/support/clock.ts';

const verdict = (status: number, retryAfter?: string) => readAnswer(status, retryAfter, now);

it.each([200, 202, 204])('%i: it arrived', (status) => {
  expect(verdict(status)).toEqual({ arrived: true });
});

it.each([301, 302, 307, 308, 404, 410])('%i: it is of no use to try again', (status) => {
  expect(verdict(status)).toMatchObject({ arrived: false, forGood: true });
});

it.each([400, 401, 403, 408, 413, 429, 500, 502, 503])('%i: it may be otherwise later', (status) => {
  expect(verdict(status)).toMatchObject({ arrived: false, forGood: false });
});

it.each([
  ['90', 90],
  [' 0.4 ', 1],
  [new Date(now + hour).toUTCString(), 3600],
  ['999999999', 12 * 3600],
  ['0', undefined],
  [new Date(now - hour).toUTCString(), undefined],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After: %s', (header, waitSeconds) => {
  expect(verdict(429, header)).toMatchObject({ waitSeconds });
  expect(verdict(503, header)).toMatchObject({ waitSeconds });
});

it.each([
  [{ code: 'ECONNREFUSED', message: 'connect hunter2' }, false],
  [{ name: 'TimeoutError', message: 'hunter2' }, false],
  [{ code: 'CERT_HAS_EXPIRED', message: 'hunter2' }, false],
  [{ code: 'NOT_PUBLIC' }, true],
  [{ code: 'https://chat.example.com/hunter2' }, false],
  [new Error('hunter2'), false],
  [undefined, false],
])('%o is told in words of ours', (fault, forGood) => {
  const read = readFault(fault);
  expect(read).toMatchObject({ arrived: false, forGood });
  expect(JSON.stringify(read)).not.toMatch(/hunter2/);
});
