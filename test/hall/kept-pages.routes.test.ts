/** Pages that are answered from memory, or with "unchanged": to whom, until when, and never too late. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { changeSettings } from '#app/accounts/organisation.server.ts';
import { giveRole, renounceRole } from '#app/accounts/roles.server.ts';
import { paths } from '#app/paths.ts';
import { granted } from '#test/recognition/thanks-world.ts';
import { sentBy, submit, visit } from '#test/support/app.ts';
import { now } from '#test/support/clock.ts';
import { signIn, somebody, type TestPerson } from '#test/support/people.ts';
import { documentAbout, draftBy } from '#test/support/postmortems.ts';

let reader: TestPerson;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  reader = await somebody('Rosa Reader');
});
afterEach(() => vi.useRealTimers());

const list = paths.actionItems();
const validatorOf = async (as: { cookie: string }, path = list) => {
  const page = await visit(path, { as });
  await page.text();
  return page.headers.get('ETag');
};
const again = async (as: { cookie: string }, validator: string | null, path = list) =>
  (await visit(path, { as, headers: { 'If-None-Match': validator! } })).status;

describe('a page asked for again', () => {
  it('is unchanged, and says so without a body or a policy', async () => {
    const validator = await validatorOf(reader);
    const answer = await visit(list, { as: reader, headers: { 'If-None-Match': validator! } });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
    expect(answer.headers.get('ETag')).toBe(validator);
    expect(answer.headers.get('Content-Security-Policy')).toBeNull();
    expect(answer.headers.get('Cache-Control')).toBe('private, no-cache');
    expect(answer.headers.get('Vary')).toContain('Cookie');
  });

  it('is the same to the letter where the browser holds nothing', async () => {
    const [first, second] = [await visit(list, { as: reader }), await visit(list, { as: reader })];
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get('Content-Security-Policy')).toBe(first.headers.get('Content-Security-Policy'));
  });

  it.each([paths.newConcern(), paths.newQuestion(), paths.newBooking()])(
    '%s is another form each time, so that what is sent from the second is not taken for the first',
    async (path) => {
      const idOn = async () =>
        /name="id" value="([0-9a-z]{16})"/.exec(await sentBy(await visit(path, { as: reader })))?.[1];
      const [first, second] = [await idOn(), await idOn()];
      expect(first).toBeDefined();
      expect(second).not.toBe(first);
    },
  );

  it('is another one a minute later', async () => {
    const validator = await validatorOf(reader);
    vi.setSystemTime(now + 60_000);
    expect(await again(reader, validator)).toBe(200);
  });

  it('has changed when something shown on it has', async () => {
    const validator = await validatorOf(reader);
    await changeSettings(
      reader,
      { name: 'Southwind', postmortemWord: 'retrospective', timezone: 'UTC' },
      now,
    );
    expect(await again(reader, validator)).toBe(200);
    expect(await sentBy(await visit(list, { as: reader }))).toContain('Southwind');
  });

  it('is another one to somebody else, and in another session', async () => {
    const validator = await validatorOf(reader);
    expect(await again(await somebody('Sami'), validator)).toBe(200);
    expect(await again({ cookie: await signIn(reader) }, validator)).toBe(200);
  });

  it('changes with the rights of whoever asks', async () => {
    const path = paths.squads();
    const validator = await validatorOf(reader, path);
    const admin = await somebody('Ada', 'administrator');
    await giveRole(admin, reader.id, 'organiser', now);
    expect(await again(reader, validator, path)).toBe(200);
    const asOrganiser = await validatorOf(reader, path);
    await renounceRole(admin, reader.id, 'organiser', now);
    expect(await again(reader, asOrganiser, path)).toBe(200);
  });

  it('is shown to nobody after signing out', async () => {
    const validator = await validatorOf(reader);
    const out = await submit(paths.signOut(), {}, { as: reader });
    expect(out.headers.get('Clear-Site-Data')).toBe('"cache", "storage"');
    expect(await again(reader, validator)).toBe(302);
    expect((await visit(list, { as: reader })).status).toBe(302);
  });

  it('says once what is said once', async () => {
    await validatorOf(reader);
    const saved = await submit(paths.account(), { name: 'Rosa R.' }, { as: reader });
    const said = saved.headers.getSetCookie()[0]!.split(';')[0]!;
    const page = await visit(list, { as: { cookie: `${reader.cookie}; ${said}` } });
    expect(page.headers.get('ETag')).toBeNull();
    expect(page.headers.get('Set-Cookie')).toContain('Max-Age=0');
  });
});

describe('nothing is left in the browser of', () => {
  it('somebody who can see what is private', async () => {
    const mara = await somebody('Mara');
    expect(await validatorOf(mara)).not.toBeNull();
    await draftBy(mara, documentAbout('Quetzalcoatlus'), { reach: 'private' });
    const page = await visit(list, { as: mara });
    expect([page.headers.get('ETag'), page.headers.get('Cache-Control')]).toEqual([
      null,
      'private, no-store',
    ]);
  });

  it('how somebody was recognised, and what they were told', async () => {
    expect(await validatorOf(reader, paths.home())).not.toBeNull();
    await granted(reader, 'award', 'bug-hunter');
    expect(await validatorOf(reader, paths.home())).toBeNull();
    expect(await validatorOf(reader, paths.notices())).toBeNull();
  });

  it.each([paths.account(), paths.accountSessions()])('a page about one’s own account: %s', async (path) => {
    expect(await validatorOf(reader, path)).toBeNull();
  });
});

it('keeps no page of what was refused or is not there', async () => {
  for (const path of ['/audit', '/nowhere']) {
    const page = await visit(path, { as: reader });
    expect([page.status >= 400, page.headers.get('ETag')]).toEqual([true, null]);
  }
});
