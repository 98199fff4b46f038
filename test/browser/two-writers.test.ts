/** Two people in the same section: the second is shown both texts, and nothing is overwritten in silence. */
import { beforeAll, describe, expect, it } from 'vitest';

import { axe, foundNorthwind, type OpenApp, openApp, type Person } from '#test/support/browser.ts';

let app: OpenApp;
let mara: Person;
let edit: string;

beforeAll(async () => {
  app = await openApp();
  mara = await app.newPerson();
  const { page } = mara;
  await foundNorthwind(app, mara);
  await page.goto('/postmortems/new');
  await page.getByLabel('What happened, in a few words').fill('The queue stood still');
  await page.getByRole('button', { name: 'Start writing' }).click();
  await page.waitForURL(/\/edit$/);
  edit = page.url();
});

/** The same person in another browser, so that both may write. */
async function another(javaScriptEnabled: boolean): Promise<Person> {
  const other = await app.newPerson({ javaScriptEnabled, tolerates: /409/ });
  await other.context.addCookies(await mara.context.cookies());
  await other.page.goto(edit);
  return other;
}

describe.each([
  ['with JavaScript', true, 'went-well'],
  ['without JavaScript', false, 'went-wrong'],
])('%s', (_, javaScriptEnabled, section) => {
  it('shows both texts to the second, and keeps the first', async () => {
    const second = await another(javaScriptEnabled);
    const theirs = mara.page.locator(`#${section}`);
    await mara.page.goto(edit);
    await theirs.locator('textarea').fill('The alert rang within a minute.');
    await theirs.getByRole('button', { name: 'Save' }).click();
    await theirs.getByText('Saved', { exact: true }).waitFor();

    const { page } = second;
    await page.locator(`#${section} textarea`).fill('The runbook was right.');
    await page.locator(`#${section}`).getByRole('button', { name: 'Save' }).click();
    await page.getByText('saved this while you were writing').waitFor();
    expect(await page.getByText('The alert rang within a minute.').count()).toBeGreaterThan(0);
    expect(
      await page
        .locator('textarea')
        .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value)),
    ).toContain('The runbook was right.');
    expect(await axe(page)).toEqual([]);

    await mara.page.reload();
    expect(await theirs.locator('textarea').inputValue()).toBe('The alert rang within a minute.');

    const form = page.locator(javaScriptEnabled ? `#${section} form` : 'main form:has(textarea)');
    await form
      .first()
      .locator('textarea')
      .first()
      .fill('The alert rang within a minute, and the runbook was right.');
    await form.first().getByRole('button', { name: 'Save' }).click();
    await page
      .getByText(javaScriptEnabled ? 'Saved' : 'is saved.')
      .first()
      .waitFor();
    await mara.page.reload();
    expect(await theirs.locator('textarea').inputValue()).toBe(
      'The alert rang within a minute, and the runbook was right.',
    );
  });
});

it('saves by itself, one save after the other, without a conflict with oneself', async () => {
  const { page } = mara;
  await page.goto(edit);
  const summary = page.locator('#summary');
  await summary.locator('textarea').pressSequentially('Messages waited for two hours.', { delay: 60 });
  await summary.getByText('Saved', { exact: true }).waitFor();
  await summary.locator('textarea').pressSequentially(' Nobody lost one.', { delay: 60 });
  await summary.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  expect(await summary.locator('textarea').inputValue()).toBe(
    'Messages waited for two hours. Nobody lost one.',
  );
});

it('takes a timeline entry out, and puts it back', async () => {
  const { page } = mara;
  await page.goto(edit);
  const timeline = page.locator('#timeline');
  await timeline.getByLabel('Day').fill('2026-03-03');
  await timeline.getByLabel('Time', { exact: true }).fill('09:40');
  await timeline.getByLabel('What happened').fill('The queue stops');
  await timeline.getByRole('button', { name: 'Add to the timeline' }).click();
  await timeline.getByText('2026-03-03 09:40', { exact: true }).waitFor();
  await timeline.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Taken out of the timeline.').waitFor();
  expect(await timeline.getByText('2026-03-03 09:40', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await timeline.getByText('2026-03-03 09:40', { exact: true }).waitFor();
});

it('keeps what somebody writes while it cannot be saved, and saves it when it can', async () => {
  const { page, context } = await another(true);
  page.removeAllListeners('console');
  const summary = page.locator('#summary');
  await context.setOffline(true);
  await summary.locator('textarea').fill('Written on a train.');
  await summary.getByText('Guildhall could not be reached.').waitFor();
  expect(await summary.locator('textarea').inputValue()).toBe('Written on a train.');
  await context.setOffline(false);
  await summary.getByText('Saved', { exact: true }).waitFor({ timeout: 20_000 });
  await page.reload();
  expect(await summary.locator('textarea').inputValue()).toBe('Written on a train.');
});
