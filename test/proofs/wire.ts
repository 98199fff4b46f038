/** Cookies, headers, methods and addresses that no browser sends. */
import fc from 'fast-check';

import { percent } from './encoding.ts';
import { hostileText } from './hostile.ts';
import type { Question } from './visitor.ts';

/** What is said once on the next page, in shapes that it never has. */
const flash = fc
  .record({
    text: fc.oneof(fc.string(), fc.jsonValue()),
    tone: fc.option(fc.jsonValue(), { nil: undefined }),
    undo: fc.option(
      fc.oneof(
        fc.jsonValue(),
        fc.record({ action: fc.jsonValue(), fields: fc.jsonValue(), label: fc.jsonValue() }),
      ),
      { nil: undefined },
    ),
  })
  .map((said) => percent(Buffer.from(JSON.stringify(said)).toString('base64')));

const headers: Record<string, string>[] = [
  {},
  { 'Content-Type': 'multipart/form-data; boundary=' },
  { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-7' },
  { 'Content-Type': '*/*;;;' },
  { 'Content-Encoding': 'gzip' },
  { Accept: 'x'.repeat(4000) },
  { 'Accept-Encoding': 'br;q=x, *;q=9, gzip;q=NaN' },
  { 'User-Agent': 'ÿ'.repeat(300) },
  { Host: 'evil.example' },
  { Host: '[' },
  { 'X-Forwarded-Host': '[', 'X-Forwarded-For': ','.repeat(100) },
  { Range: 'bytes=5-1,-1' },
  { 'If-None-Match': '*' },
  { 'If-None-Match': `W/"${'x'.repeat(2000)}` },
  { Origin: 'null' },
  { 'X-Remix-Reload-Document': 'yes', 'Sec-Purpose': 'prefetch' },
];

const endings = [
  '',
  '%',
  '/%zz',
  '/%E0%A4%A',
  '//',
  '/./..',
  '/%2e%2e%2f',
  '.data',
  '.data.data',
  '?%',
  '?a=%ff',
  `/${'a'.repeat(9000)}`,
  '/%00',
  '/%ED%A0%80',
  '?_data=routes',
  '?_data=root',
  '/;a=b',
  "/'",
];

/** Questions about these paths, some of them by whoever has these cookies. */
export function wireQuestions(paths: string[], cookies: Map<string, string>): fc.Arbitrary<Question> {
  const own = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const named = fc.tuple(
    fc.constantFrom(...cookies.keys(), 'said', 'known-device', '__proto__'),
    hostileText.map(percent),
  );
  const cookie = fc.oneof(
    named.map(([name, value]) => `${name}=${value.slice(0, 3000)}`),
    flash.map((said) => `${own}; said=${said}`),
    fc.constantFrom(';;;=;', '=', 'said', 'said=%', 'guildhall=%zz', 'said=e30=', 'a=b; '.repeat(500)),
  );
  return fc
    .record({
      path: fc.constantFrom(...paths),
      ending: fc.constantFrom(...endings),
      cookie: fc.option(cookie, { nil: undefined }),
      header: fc.constantFrom(...headers),
      method: fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PROPFIND', 'TRACE'),
    })
    .map(({ path, ending, cookie: sent, header, method }): Question => ({
      method,
      path: path + ending,
      headers: { ...header, ...(sent !== undefined && { Cookie: sent }) },
      body: method === 'POST' ? 'a=b' : undefined,
    }));
}
