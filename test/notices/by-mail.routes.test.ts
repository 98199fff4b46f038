import { expect, it } from 'vitest';

import { kinds, obligations, switchable } from '#app/notices/kinds.ts';
import { kindsByMail } from '#app/notices/muted.server.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody } from '#test/support/people.ts';

it('lets one choose what comes by mail, and takes it back', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  expect(await kindsByMail(nina)).toEqual(switchable);
  const chosen = await submit('/account/notices', { postmortem: 'on' }, { as: nina });
  expect([chosen.status, chosen.headers.get('Location')]).toEqual([303, '/account/notices']);
  expect(await kindsByMail(nina)).toEqual(['postmortem']);
  expect(await kindsByMail(jonas)).toEqual(switchable);

  const said = { cookie: `${nina.cookie}; ${chosen.headers.getSetCookie()[0]!.split(';')[0]}` };
  const page = await sentBy(await visit('/account/notices', { as: said }));
  for (const kind of switchable) expect(page).toContain(`<input type="hidden" name="${kind}" value="on"/>`);
  await submit('/account/notices', Object.fromEntries(switchable.map((kind) => [kind, 'on'])), { as: nina });
  expect(await kindsByMail(nina)).toEqual(switchable);
});

it('shows obligations as such, and takes no word about them', async () => {
  const nina = await somebody('Nina');
  const page = await sentBy(await visit('/account/notices', { as: nina }));
  for (const kind of obligations) {
    expect(page).toContain(kinds[kind].words);
    expect(page).not.toContain(`name="${kind}"`);
  }
  await submit('/account/notices', { concern: '' }, { as: nina });
  expect(await kindsByMail(nina)).toEqual([]);
});

it('says so where no mail is sent', async () => {
  const page = await textOf(await visit('/account/notices', { as: await somebody('Nina') }));
  expect(page).toContain('No mail is sent here yet');
});
