/** Somebody is put forward, two decide, and what goes with it is sent: once with scripts and once without. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import {
  axe,
  foundNorthwind,
  joinNorthwind,
  type OpenApp,
  openApp,
  type Person,
} from '#test/support/browser.ts';

const clean = async (page: Page) => expect(await axe(page), page.url()).toEqual([]);
const main = (page: Page) => page.getByRole('main');

/** Presses, and waits for the page that says what came of it. */
async function press(page: Page, name: string): Promise<void> {
  await main(page).getByRole('button', { name, exact: true }).first().click();
  await page.getByRole('status').first().waitFor();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  let app: OpenApp;
  /** two organisers, whom it is for, and who puts them forward */
  let mara: Person;
  let ines: Person;
  let noor: Person;
  let jonas: Person;
  let nomination = '';
  let request = '';

  beforeAll(async () => {
    app = await openApp();
    [mara, ines, noor, jonas] = (await Promise.all(
      Array.from({ length: 4 }, () => app.newPerson({ javaScriptEnabled, tolerates: /40[49]|422/ })),
    )) as [Person, Person, Person, Person];
    await foundNorthwind(app, mara);
    await joinNorthwind(mara, ines, 'Ines Moreau');
    await joinNorthwind(mara, noor, 'Noor Haddad');
    await joinNorthwind(mara, jonas, 'Jonas Brandt');
    await mara.page.goto('/people');
    await mara.page.getByRole('link', { name: 'Ines Moreau' }).click();
    await mara.page.locator('form:has([value=organiser]) button').click();
    await mara.page.getByRole('status').waitFor();
  }, 120_000);

  it('an organiser defines an award', async () => {
    const { page } = mara;
    await page.goto(paths.newAward());
    await clean(page);
    await page.getByLabel('Name').fill('Calm in a storm');
    await page.getByLabel('What it is given for').fill('Kept everybody informed while something was down.');
    await press(page, 'Define it');
    await page.getByRole('heading', { name: 'Calm in a storm' }).waitFor();
    await clean(page);
  });

  it('a colleague is put forward for it', async () => {
    const { page } = jonas;
    await page.goto(paths.awards());
    await page.getByRole('link', { name: 'Put somebody forward for Calm in a storm' }).click();
    await page.getByLabel('Who', { exact: true }).fill('jonas@northwind.example');
    await page.getByLabel('What they did, and whom it helped').fill('Wrote to everybody every half hour.');
    await main(page).getByRole('button', { name: 'Put them forward' }).click();
    await page.getByText('That is you.').waitFor();
    await clean(page);
    await page.getByLabel('Who', { exact: true }).fill('Noor Haddad');
    expect(await page.getByLabel('What they did, and whom it helped').inputValue()).toContain('half hour');
    await press(page, 'Put them forward');
    nomination = new URL(page.url()).pathname;
    expect(nomination).toMatch(/^\/nominations\/\w+$/);
    await clean(page);
  });

  it('two decide, and neither reads what the other says before they have said it', async () => {
    await mara.page.goto(paths.nominations());
    await clean(mara.page);
    await mara.page.getByRole('link', { name: 'Noor Haddad: Calm in a storm' }).click();
    await mara.page.getByLabel('Yes, give it').check();
    await mara.page.getByLabel('A note, if you like').fill('I was on that call.');
    await press(mara.page, 'Say so');
    await clean(mara.page);
    await ines.page.goto(nomination);
    expect(await main(ines.page).textContent()).not.toContain('I was on that call.');
    await clean(ines.page);
    await ines.page.getByLabel('Yes, give it').check();
    await press(ines.page, 'Say so');
    await ines.page.getByText('I was on that call.').waitFor();
    await clean(ines.page);
  });

  it('whom it is for reads what for, and nobody else sees it', async () => {
    const { page } = noor;
    await page.goto(`${nomination}/celebration`);
    await page.getByRole('heading', { name: 'Congratulations, Noor!' }).waitFor();
    await page.getByText('Wrote to everybody every half hour.').waitFor();
    await page.getByText('Jonas Brandt put you forward').waitFor();
    // It can be shown as soon as the house has looked at it.
    await expect
      .poll(
        async () => {
          await page.goto(`${nomination}/celebration`);
          return page.getByRole('button', { name: 'Show it on the wall' }).count();
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toBe(1);
    await clean(page);
    expect((await jonas.page.goto(`${nomination}/celebration`))?.status()).toBe(404);
  });

  it('a reward goes with it, approved and sent, and then neither size nor address is there', async () => {
    await mara.page.goto(paths.rewardStock('hoodie'));
    await mara.page.getByLabel('Size').selectOption('M');
    await mara.page.getByLabel('How many').fill('1');
    await mara.page.getByLabel('A note').fill('Ordered in May');
    await press(mara.page, 'Write it down');
    await clean(mara.page);

    const { page } = noor;
    await page.goto(paths.rewards());
    await clean(page);
    await page.getByRole('link', { name: 'Ask for it: Hoodie' }).click();
    await page.getByLabel('Size').selectOption('M');
    await page.getByLabel('Where it is to be sent').fill('Kastanienallee 7');
    await clean(page);
    await press(page, 'Ask for it');
    request = new URL(page.url()).pathname;
    await clean(page);

    await ines.page.goto(paths.rewardRequests());
    await clean(ines.page);
    await ines.page.getByRole('link', { name: 'Hoodie for Noor Haddad' }).click();
    await ines.page.getByRole('button', { name: 'Approve it' }).waitFor();
    await clean(ines.page);
    await press(ines.page, 'Approve it');
    await mara.page.goto(request);
    await mara.page.getByText('Kastanienallee 7').waitFor();
    await press(mara.page, 'It is sent or handed over');
    await clean(mara.page);
    await page.goto(request);
    expect(await main(page).textContent()).not.toContain('Kastanienallee');
    expect(await main(page).locator('dt', { hasText: 'Size' }).count()).toBe(0);
    await mara.page.goto(paths.rewardStock('hoodie'));
    const cells = await mara.page.getByRole('row', { name: /^M / }).getByRole('cell').allTextContents();
    expect(cells).toEqual(['1', '1', '0', '0']);
  });
});
