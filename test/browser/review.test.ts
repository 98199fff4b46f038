/** Somebody's year: written without a script, shared, and printed on paper of two sizes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ownFolder, withDatabase } from '#test/db/backup-support.ts';
import {
  axe,
  foundNorthwind,
  joinNorthwind,
  type OpenApp,
  openApp,
  type Person,
} from '#test/support/browser.ts';

const folder = ownFolder();
const file = folder.at('guildhall.db');
let app: OpenApp;
let mara: Person;
let jonas: Person;
let plain: Person;
let path: string;

beforeAll(async () => {
  app = await openApp({ DATABASE_URL: `file:${file}` });
  mara = await app.newPerson({ tolerates: /404/ });
  await foundNorthwind(app, mara);
  jonas = await app.newPerson();
  await joinNorthwind(mara, jonas, 'Jonas Brandt');
  plain = await app.newPerson({ javaScriptEnabled: false, tolerates: /409|422/ });
  await plain.context.addCookies(await jonas.context.cookies());
});
afterAll(() => folder.discard());

const ENTRIES = 60;
/** So many approved pieces of evidence and chosen thanks, as if they had happened over the year. */
function fullYear(reviewId: string) {
  withDatabase(file, (open) => {
    const id = (name: string) =>
      (open.prepare('select id from people where name = ?').get(name) as { id: string }).id;
    const [person, giver] = [id('Jonas Brandt'), id('Mara Lindqvist')];
    const now = Date.now();
    for (let nth = 0; nth < ENTRIES; nth++) {
      const [fact, given] = [`f${String(nth).padStart(15, '0')}`, `t${String(nth).padStart(15, '0')}`];
      open
        .prepare(
          `insert into facts (id, kind, person_id, at, room, source_id, details, recorded_at, once)
           values (?, 'evidence-approved', ?, ?, 'belts', ?, ?, ?, ?)`,
        )
        .run(
          fact,
          person,
          now,
          fact,
          JSON.stringify({ requirement: `of-old/${nth}`, until: null }),
          now,
          fact,
        );
      open
        .prepare(
          `insert into thanks (id, from_id, to_id, reason, meant, given_at, month, once)
           values (?, ?, ?, ?, 'wall', ?, '2026-01', ?)`,
        )
        .run(
          given,
          giver,
          person,
          `for the ${nth}th evening spent on the queue. `.repeat(1 + (nth % 6)),
          now,
          given,
        );
      open
        .prepare('insert into review_thanks (review_id, thanks_id, chosen_at) values (?, ?, ?)')
        .run(reviewId, given, now);
    }
  });
}

describe('a year in review', () => {
  it('is begun, written and shared without a script', async () => {
    const { page } = plain;
    await page.goto('/reviews');
    expect(await axe(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^Begin/ })
      .first()
      .click();
    path = new URL(page.url()).pathname;
    expect(path).toMatch(/^\/reviews\/\w+$/);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: 'Write of your year' }).click();
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Your year, in your own words').fill('I kept the *queue* alive.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('I kept the queue alive.').waitFor();

    await page.getByLabel('Share it with').fill('Nobody Atall');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    expect(await page.getByLabel('Share it with').inputValue()).toBe('Nobody Atall');
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Share it with').fill('Mara Lindqvist');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'End sharing with Mara Lindqvist' }).waitFor();
  });

  it('shows both texts to whoever comes second, and what was typed goes on', async () => {
    const { page } = plain;
    await page.goto(`${path}/words`);
    await jonas.page.goto(`${path}/words`);
    await jonas.page.getByLabel('Your year, in your own words').fill('Saved first.');
    await jonas.page.getByRole('button', { name: 'Save' }).click();
    await jonas.page.getByText('Saved first.').waitFor();
    await page.getByLabel('Your year, in your own words').fill('Typed second.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved first.').waitFor();
    expect(await page.getByLabel('Your year, in your own words').inputValue()).toBe('Typed second.');
    expect(await axe(page)).toEqual([]);
  });

  it('is read by whom it is shared with, until that ends', async () => {
    const { page } = mara;
    await page.goto('/reviews');
    await page.getByRole('link', { name: /Jonas Brandt/ }).click();
    await page.getByText('Saved first.').waitFor();
    expect(await axe(page)).toEqual([]);
    await jonas.page.goto(path);
    await jonas.page.getByRole('button', { name: /End sharing/ }).click();
    await jonas.page.getByRole('button', { name: /undo/i }).waitFor();
    expect((await page.goto(path))!.status()).toBe(404);
    await jonas.page.getByRole('button', { name: /undo/i }).click();
    await jonas.page.getByText('as before').waitFor();
    expect((await page.goto(path))!.status()).toBe(200);
  });

  it('is printed on A4 and on Letter, over as many pages as it takes', async () => {
    fullYear(path.split('/').at(-1)!);
    const { page } = jonas;
    for (const [paper, width, height] of [
      ['a4', 595, 842],
      ['letter', 612, 792],
    ] as const) {
      await page.goto(`${path}/print?paper=${paper}`);
      expect(await axe(page)).toEqual([]);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...size]) =>
        size.map(Number),
      );
      expect(sizes.length).toBeGreaterThan(3);
      for (const [wide, high] of sizes) {
        expect(Math.abs(wide! - width)).toBeLessThan(1.5);
        expect(Math.abs(high! - height)).toBeLessThan(1.5);
      }
    }
    // Nothing reaches past the edge of the paper (A4 without its margins, at 96 px an inch), in print or on a screen.
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 672, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await page.getByText(/evening spent/).count()).toBe(ENTRIES);
  });
});
