import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { type Mail, openMail } from '#app/notices/mail.server.ts';
import { type Mailbox, openMailbox, partsOf } from '#test/support/mailbox.ts';

const to = { name: 'Jonas Brandt', address: 'jonas.brandt@northwind.example' };
const letter = { subject: 'Security guild on 4 March', text: 'Mara asks you to come.' };
const content = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Gilde 🦊\r\nEND:VCALENDAR\r\n';

let mailbox: Mailbox;
let mail: Mail;
beforeAll(async () => {
  mailbox = await openMailbox();
  const from = { name: 'Guildhall', address: 'guildhall@northwind.example' };
  mail = openMail({ url: mailbox.url, from }, 'https://guild.example.com');
});
beforeEach(() => mailbox.received.splice(0));
afterAll(async () => {
  mail.close();
  await mailbox.close();
});

it.each(['REQUEST', 'CANCEL'] as const)(
  'hands over what a calendar is to %s, with its method',
  async (method) => {
    await mail.send({ id: 'a1', to }, { ...letter, calendar: { method, content } });
    const parts = partsOf(mailbox.received[0]!.raw);
    expect(parts.map(({ type }) => type)).toEqual([
      'text/plain; charset=utf-8',
      `text/calendar; charset=utf-8; method=${method}`,
      'application/ics; name=invite.ics',
    ]);
    expect(parts[0]!.text).toContain(letter.text);
    expect(parts.slice(1).map(({ text }) => text)).toEqual([content, content]);
  },
);

it('a letter without one is text alone', async () => {
  await mail.send({ id: 'a2', to }, letter);
  const [{ raw, text }] = mailbox.received as [(typeof mailbox.received)[number]];
  expect(raw).not.toMatch(/multipart|calendar/);
  expect(text.trim()).toBe(letter.text);
});
