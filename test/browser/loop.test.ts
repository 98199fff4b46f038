/** From a near miss to the question that teaches it, with scripts and without, light and dark, wide and narrow. */
import { expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { curriculum } from '#app/training/curriculum.server.ts';
import { axe, foundNorthwind, openApp, type Person } from '#test/support/browser.ts';

const [lesson] = curriculum();
const [question] = lesson!.questions;

async function published({ page, context }: Person, origin: string): Promise<void> {
  const post = async (path: string, form: Record<string, string>) =>
    (
      await context.request.post(origin + path, { form, headers: { Origin: origin }, maxRedirects: 0 })
    ).headers().location ?? '';
  const facts = { title: 'Nearly out of keys', kind: 'near-miss', severity: '2', timezone: 'UTC' };
  const id = /[0-9a-z]{16}/.exec(await post(paths.newPostmortem(), { ...facts, template: 'near-miss' }))![0];
  await post(paths.postmortemActions(id), {
    statement: 'Alert on the limit',
    owner: 'Mara Lindqvist',
    kind: 'detect',
  });
  await post(paths.postmortemSection(id, 'root-cause'), { markdown: 'Nothing told of it.', version: '1' });
  const moment = { day: '2026-03-01', time: '10:00', zone: '', written: '' };
  await post(paths.postmortemTimeline(id), { ...moment, text: 'It nearly stopped.' });
  await post(paths.postmortemPublication(id), {});
  await page.goto(paths.postmortemLoop(id));
}

it('a lesson is linked, found from the lesson, and taken back', async () => {
  const app = await openApp();
  for (const [at, looks] of [
    { javaScriptEnabled: true },
    { javaScriptEnabled: false, viewport: { width: 390, height: 900 } },
  ].entries()) {
    const mara = await app.newPerson(looks);
    if (at === 0) await foundNorthwind(app, mara);
    else {
      await mara.page.goto(paths.signIn());
      await mara.page.locator('[name=email]').fill('mara@northwind.example');
      await mara.page.locator('[name=password]').fill('seven grey herons at dusk');
      await mara.page.getByRole('main').getByRole('button').click();
      await mara.page.waitForURL(`${app.origin}/`);
    }
    const { page } = mara;
    await published(mara, app.origin);
    expect(await axe(page), 'before anything is linked').toEqual([]);
    await page.getByLabel('Lesson', { exact: true }).selectOption(lesson!.key);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.locator('select[name=question]').selectOption(question!.key);
    await page.getByRole('button', { name: 'Link it' }).click();
    const link = page.getByRole('list').getByRole('link', { name: new RegExp(lesson!.title) });
    await link.first().waitFor();
    expect(await axe(page), 'once it is linked').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axe(page), 'in the dark').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.goto(paths.module(lesson!.key));
    await page.getByRole('link', { name: 'Nearly out of keys' }).first().click();
    await page
      .getByRole('button', { name: /Take back the link/ })
      .first()
      .click();
    await page.getByText('The link is taken back.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await link.first().waitFor();
  }
}, 180_000);
