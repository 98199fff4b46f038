import { expect, it } from 'vitest';

import { personById } from '#app/accounts/people.server.ts';
import { sha256 } from '#app/accounts/secrets.server.ts';
import { organisation } from '#app/accounts/organisation.server.ts';
import { startSession } from '#app/accounts/session.server.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { somebody } from '#test/support/people.ts';

import { entriesOf, openSessions, password, withPassword } from './known.ts';

it('changes one’s own name', async () => {
  const nina = await somebody('Nina');
  expect((await submit('/account', { name: ' Nina   Weber ' }, { as: nina })).status).toBe(303);
  expect((await personById(nina.id))?.name).toBe('Nina Weber');
  const empty = await submit('/account', { name: '  ' }, { as: nina });
  expect(empty.status).toBe(422);
  expect(await textOf(empty)).toContain('Please give your name.');
});

it('changes one’s own password, asking for the one before', async () => {
  const nina = await withPassword(await somebody('Nina'));
  const change = (fields: Record<string, string>) => submit('/account/password', fields, { as: nina });
  const wrong = await change({ current_password: 'not the right one', password: 'nine purple badgers' });
  expect(wrong.status).toBe(422);
  expect(await textOf(wrong)).toContain('That is not your password so far.');
  const weak = await change({ current_password: password, password: 'welcome12345' });
  expect(weak.status).toBe(422);
  expect(await weak.text()).not.toContain('welcome12345');

  expect((await change({ current_password: password, password: 'nine purple badgers' })).status).toBe(303);
  expect((await submit('/sign-in', { email: nina.email, password })).status).toBe(422);
  expect((await submit('/sign-in', { email: nina.email, password: 'nine purple badgers' })).status).toBe(303);
  expect((await visit('/account', { as: nina })).status).toBe(200);
});

it('lists where one is signed in, and ends one or all others', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  const phone = (await startSession(nina.id, 'Mozilla/5.0 (iPhone) Safari/604.1')).split(';')[0]!;
  await startSession(nina.id, 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0');
  const page = await textOf(await visit('/account/sessions', { as: nina }));
  expect(page).toContain('Safari on an iPhone');
  expect(page).toContain('Firefox on Linux');
  expect(page.match(/This one/g)).toHaveLength(1);

  const path = `/account/sessions/${sha256(phone.split('=')[1]!)}`;
  expect((await submit(path, {}, { as: jonas })).status).toBe(404);
  expect((await visit('/account', { as: { cookie: phone } })).status).toBe(200);
  expect((await submit(path, {}, { as: nina })).status).toBe(303);
  expect((await visit('/account', { as: { cookie: phone } })).status).toBe(302);

  await submit('/account/sessions', {}, { as: nina });
  expect(await openSessions(nina)).toBe(1);
  expect((await visit('/account', { as: nina })).status).toBe(200);
  expect(await openSessions(jonas)).toBe(1);
});

it('changes the settings of the house, and the audit tells from what to what', async () => {
  const ada = await somebody('Ada', 'administrator');
  const change = (fields: Record<string, string>) =>
    submit(
      '/settings',
      { name: 'Northwind', postmortemWord: 'postmortem', timezone: 'UTC', ...fields },
      { as: ada },
    );
  expect((await change({ postmortemWord: 'blame session' })).status).toBe(422);
  expect((await change({ timezone: 'Mars/Olympus' })).status).toBe(422);
  expect(await entriesOf(ada)).toEqual([]);

  expect((await change({ postmortemWord: 'incident review', timezone: 'Europe/Berlin' })).status).toBe(303);
  expect(await organisation()).toMatchObject({
    postmortemWord: 'incident review',
    timezone: 'Europe/Berlin',
  });
  const [entry] = await entriesOf(ada);
  expect(entry).toMatchObject({
    event: 'settings-changed',
    details: {
      'word for a postmortem': 'from “postmortem” to “incident review”',
      'time zone': 'from “UTC” to “Europe/Berlin”',
    },
  });
  expect(await textOf(await visit('/audit?event=settings-changed', { as: ada }))).toContain(
    'Ada changed the settings:',
  );
  expect(await textOf(await visit('/audit?event=set-up', { as: ada }))).toContain('Nothing of this kind');
});
