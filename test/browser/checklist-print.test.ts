/** What only a browser can tell: that a checklist fits on one sheet. */
import { expect, it } from 'vitest';

import { axe, foundNorthwind, openApp } from '#test/support/browser.ts';

const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length;

it('prints every checklist on one page, A4 and Letter', async () => {
  const app = await openApp();
  const mara = await app.newPerson();
  await foundNorthwind(app, mara);
  const { page } = mara;
  await page.goto('/checklists');
  expect(await axe(page)).toEqual([]);
  const paths = await page
    .locator('main h2 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(paths).toContain('/checklists/before-every-release');
  for (const path of paths) {
    await page.goto(path);
    expect(await axe(page), path).toEqual([]);
    for (const format of ['A4', 'Letter'])
      expect([path, format, pagesIn(await page.pdf({ format }))]).toEqual([path, format, 1]);
  }
});
