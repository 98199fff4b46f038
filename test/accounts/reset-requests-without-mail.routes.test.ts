import { expect, it } from 'vitest';

import { db } from '#db/database.server.ts';
import { messages } from '#db/schema/notices.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { somebody } from '#test/support/people.ts';

it('without a mail server it says whom to ask, and puts nothing away', async () => {
  const nina = await somebody('Nina');
  const page = await textOf(await visit('/password-resets'));
  expect(page).toContain('Ask an administrator');
  expect(page).not.toContain('Send me a link');
  const asked = await submit('/password-resets', { email: nina.email });
  expect([asked.status, asked.headers.get('Location')]).toEqual([303, '/password-resets']);
  expect(await db.read.select().from(messages)).toEqual([]);
});
