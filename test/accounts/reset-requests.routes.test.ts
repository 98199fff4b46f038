import { eq } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';

import { limits } from '#app/accounts/throttle.ts';
import { db } from '#db/database.server.ts';
import { messages } from '#db/schema/notices.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody } from '#test/support/people.ts';

vi.hoisted(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1';
  process.env.MAIL_FROM = 'guildhall@northwind.example';
});

let hosts = 0;
const ask = (email: string) => submit('/password-resets', { email }, { address: `198.51.100.${++hosts}` });
const postedTo = ({ id }: { id: string }) => db.read.select().from(messages).where(eq(messages.personId, id));

it('is found from the sign-in page', async () => {
  await somebody('Nina');
  expect(await sentBy(await visit('/sign-in'))).toContain('href="/password-resets"');
  expect(await textOf(await visit('/password-resets'))).toContain('Send me a link');
});

it('says the same whether the address is known or not', async () => {
  const nina = await somebody('Nina');
  const answers = [await ask(` ${nina.email.toUpperCase()} `), await ask('nobody@northwind.example')];
  for (const answer of answers) {
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/password-resets?asked']);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  expect(await postedTo(nina)).toHaveLength(1);
  expect(await textOf(await visit('/password-resets?asked'))).toContain('Look into your mailbox');
});

it('asks for an address beside the field, and to wait with 429', async () => {
  const wrong = await ask('nina');
  expect(wrong.status).toBe(422);
  expect(await textOf(wrong)).toContain('Write it like nina@example.com.');
  for (let n = 0; n < limits.resetAddress.points; n++) await ask('somebody@northwind.example');
  const held = await ask('somebody@northwind.example');
  expect(held.status).toBe(429);
  expect(Number(held.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await sentBy(held)).toContain('value="somebody@northwind.example"');
});
