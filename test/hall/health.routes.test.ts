import { expect, it } from 'vitest';

import { submit, visit } from '#test/support/app.ts';

it('answers 200 while the database can be read', async () => {
  expect((await visit('/healthz')).status).toBe(200);
});

it('refuses what another site sends', async () => {
  expect((await submit('/sign-out', {}, { headers: { Origin: 'http://evil.test' } })).status).toBe(403);
});
