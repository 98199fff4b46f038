/** The main job, as people do it: once with scripts and once without. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { axe, foundNorthwind, type OpenApp, openApp, type Person } from '#test/support/browser.ts';

const source = `# Checkout refused all cards

Between 09:40 and 10:25 UTC on 3 March 2026 the checkout refused every card. About 1,200 orders were affected.

## Timeline

All times in UTC.

- 2026-03-03 09:40 The payment provider's certificate chain changes
- 2026-03-03 09:52 Error budget alert rings
- 2026-03-03 10:25 The new intermediate certificate is trusted, cards work

## Action items

- Alert when a trusted certificate chain changes
`;

const password = 'seven grey herons at dusk';

/** Fills in what stands on a page and sends it. */
async function fill(page: Page, fields: Record<string, string>, button: string) {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).first().fill(value);
  await page.getByRole('button', { name: button, exact: true }).first().click();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  let app: OpenApp;
  let mara: Person;
  let jonas: Person;

  const clean = async (page: Page) => expect(await axe(page), page.url()).toEqual([]);

  beforeAll(async () => {
    app = await openApp();
    mara = await app.newPerson({ javaScriptEnabled });
    jonas = await app.newPerson({ javaScriptEnabled });
  });

  it('sets the installation up by the link from the terminal', async () => {
    const { page } = mara;
    await page.goto(app.setUpLink!);
    await clean(page);
    await foundNorthwind(app, mara);
    await clean(page);
  });

  it('invites a colleague, who comes in by the link', async () => {
    await mara.page.goto('/people/invitations');
    await clean(mara.page);
    await mara.page.locator('[name=email]').fill('jonas@northwind.example');
    await mara.page.locator('form:has([name=email]) button').click();
    const link = await mara.page.locator('input[readonly]').inputValue();

    await jonas.page.goto(link);
    await clean(jonas.page);
    await jonas.page.locator('[name=name]').fill('Jonas Brandt');
    await jonas.page.locator('[name=password]').fill(password);
    await jonas.page.getByRole('main').getByRole('button').click();
    await jonas.page.getByRole('heading', { name: 'Hello, Jonas' }).waitFor();
  });

  it('imports a document, corrected before it is saved', async () => {
    const { page } = mara;
    await page.goto('/postmortems/import');
    await clean(page);
    await fill(page, { 'Or its text': source }, 'Read it');
    await page.getByRole('heading', { name: 'Is this what it says?' }).waitFor();
    await clean(page);
    expect(await page.getByText('3 timeline entries, 1 action items').count()).toBe(1);
    await page.locator('[name="entry.1.at"]').fill('2026-03-03T09:53');
    await fill(page, { Title: 'Checkout refused every card' }, 'Save as a draft');
    await page.getByRole('heading', { name: 'Checkout refused every card' }).waitFor();
    await clean(page);
    expect(await page.getByText('2026-03-03 09:53').count()).toBe(1);
  });

  it('says what is missing before it can be published', async () => {
    const { page } = mara;
    await page.getByRole('link', { name: 'Publish …' }).click();
    await page.getByRole('heading', { name: 'Almost there' }).waitFor();
    await clean(page);
    expect(
      await page
        .locator('[data-missing]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-missing'))),
    ).toEqual(['no-cause', 'action-without-owner']);
    await page.getByRole('link', { name: 'Go on writing' }).click();
  });

  it('writes down the cause, and gives the action item an owner', async () => {
    const { page } = mara;
    const cause = page.locator('#root-cause');
    await cause
      .locator('textarea')
      .fill('Our trust store pins one intermediate, and **nothing** watches it.');
    await cause.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.prose strong', { hasText: 'nothing' }).waitFor();
    if (javaScriptEnabled) {
      // It saves by itself after a pause.
      await cause.getByText('Saved', { exact: true }).waitFor();
    } else {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
    }
    await page.getByRole('link', { name: 'Alert when a trusted certificate chain changes' }).click();
    await page.getByRole('heading', { name: 'Alert when a trusted certificate chain changes' }).waitFor();
    await page.getByText('Change what it says').click();
    await page.getByLabel('Owner').fill('jonas@northwind.example');
    await page.getByLabel('Severity').selectOption('2');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    expect(await page.getByRole('definition').filter({ hasText: 'Jonas Brandt' }).count()).toBe(1);
    await clean(page);
  });

  it('publishes it', async () => {
    const { page } = mara;
    await page.getByRole('link', { name: 'Checkout refused every card' }).first().click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. Its readers can find it now.').waitFor();
    await clean(page);
  });

  it('is found by a word of it, and its action item is completed', async () => {
    const { page } = jonas;
    await page.goto('/postmortems');
    await fill(page, { Words: 'intermediate' }, 'Search');
    await page.locator('mark').first().waitFor();
    await clean(page);
    await page.getByRole('link', { name: 'Checkout refused every card' }).click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.getByRole('link', { name: 'Alert when a trusted certificate chain changes' }).click();
    await page.getByRole('button', { name: 'Accept it' }).click();
    await page.getByText('Accepted. Its clock runs from now.').waitFor();
    await fill(page, { 'What was done': 'The alert is live since this morning.' }, 'Mark as done');
    await page.getByText('Done. Now somebody else confirms that it works.').waitFor();
    expect(await page.getByRole('button', { name: 'Confirm the fix' }).count()).toBe(0);
    await clean(page);
  });

  it('is verified by somebody else', async () => {
    const { page } = mara;
    await page.goto('/action-items');
    await clean(page);
    await page.getByRole('link', { name: 'Alert when a trusted certificate chain changes' }).click();
    await fill(
      page,
      { 'How do you know that it works?': 'I rotated the chain in staging and it rang.' },
      'Confirm the fix',
    );
    await page.getByText('Verified. Thank you for looking.').waitFor();
    await clean(page);
  });
});
