/** What only a browser can tell of the report: how it looks to whom, by keyboard, and on paper. */
import { beforeAll, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { axe, foundNorthwind, type OpenApp, openApp, type Person } from '#test/support/browser.ts';

let app: OpenApp, priya: Person;

beforeAll(async () => {
  app = await openApp();
  priya = await app.newPerson();
  await foundNorthwind(app, priya);
});

const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;

describe('the report', () => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('is there for everybody (%s, %s px)', async (colorScheme, width) => {
    const { page } = priya;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    for (const path of [paths.report(), paths.reportMeasure('verified-in-time'), paths.sponsors()]) {
      await page.goto(path);
      expect(await axe(page), `${path} ${colorScheme} ${width}`).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, path).toBeLessThanOrEqual(0);
    }
  });

  it('leads from its head to a measure, and on to its page, by keyboard', async () => {
    const { page } = priya;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(paths.report());
    const open = page.getByRole('main').getByRole('link', { name: 'Open critical items' });
    await open.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#open-items$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${paths.reportMeasure('open-items')}`);
  });

  it.each(['A4', 'Letter'])('prints on %s with every picture, and nothing is cut', async (format) => {
    const { page } = priya;
    await page.goto(paths.report());
    const pdf = await page.pdf({ format });
    expect(pagesIn(pdf)).toBeGreaterThan(1);
    expect(pagesIn(pdf)).toBeLessThan(14);
    await page.emulateMedia({ media: 'print' });
    // The width of the paper without its margins.
    await page.setViewportSize({ width: format === 'A4' ? 718 : 740, height: 1000 });
    const { cut, unseen } = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth;
      const of = (all: NodeListOf<Element>) => [...all].map((one) => one.getBoundingClientRect());
      return {
        cut: of(document.querySelectorAll('.report :is(td, th, svg, p, h2)')).filter(
          ({ right }) => right > edge + 1,
        ).length,
        unseen: of(document.querySelectorAll('.report svg[role=img]')).filter(({ height }) => height < 40)
          .length,
      };
    });
    expect([cut, unseen]).toEqual([0, 0]);
    await page.emulateMedia({ media: 'screen' });
  });
});
