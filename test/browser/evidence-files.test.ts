/** What somebody sends as evidence, opened by somebody else: shown or saved, and never run. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { ownFolder, withDatabase } from '#test/db/backup-support.ts';
import { jpeg, pdf, png, polyglot } from '#test/http/samples.ts';
import { axe, foundNorthwind, type OpenApp, openApp, type Person } from '#test/support/browser.ts';

const folder = ownFolder();
const file = folder.at('guildhall.db');
let app: OpenApp;
let mara: Person;

beforeAll(async () => {
  app = await openApp({ DATABASE_URL: `file:${file}` });
  mara = await app.newPerson();
  await foundNorthwind(app, mara);
});
afterAll(() => folder.discard());

let number = 0;
function newEvidence(): string {
  const id = `ev${String(number++).padStart(14, '0')}`;
  withDatabase(file, (open) =>
    open
      .prepare(
        `insert into evidence (id, person_id, requirement, kind, state, text, links, round, version, created_at)
         select ?, id, 'green/sast-scan', 'evidence', 'draft', 'What I did', '[]', 0, 1, 1 from people`,
      )
      .run(id),
  );
  return id;
}

const script = '<script>document.title = "it ran"; alert(1)</script>';
const sent = (name: string, content: Buffer | string) => ({
  name,
  mimeType: 'text/html', // whatever a browser claims
  buffer: Buffer.from(content),
});

async function send(page: Page, id: string, ...files: ReturnType<typeof sent>[]) {
  await page.goto(paths.evidenceFiles(id));
  await page.getByLabel('Add files').setInputFiles(files);
  await page.getByRole('button', { name: 'Add to the evidence' }).click();
}

describe('files of evidence', () => {
  it('are added and removed, with a way back', async () => {
    const { page } = mara;
    const id = newEvidence();
    await send(page, id, sent('Übersicht.png', png), sent('photo.jpg', jpeg), sent('report.pdf', pdf));
    await page.getByText('3 files are added').waitFor();
    const picture = page.getByRole('img', { name: 'Übersicht.png' });
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove report.pdf' }).click();
    await page.getByText('report.pdf is removed').waitFor();
    await page.getByRole('button', { name: /undo/i }).click();
    await page.getByRole('link', { name: 'report.pdf' }).waitFor();
  });

  it('are added without a script, and those that are refused are named', async () => {
    const plain = await app.newPerson({ javaScriptEnabled: false, tolerates: /422/ });
    await plain.context.addCookies(await mara.context.cookies());
    const id = newEvidence();
    await send(
      plain.page,
      id,
      sent('drawing.svg', `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
      sent('shot.png', pdf),
      sent('notes.md', '# Notes'),
    );
    await plain.page.getByText('2 files were not added').waitFor();
    const refused = await plain.page.getByRole('status').filter({ hasText: 'not added' }).innerText();
    expect(refused).toMatch(/drawing\.svg[^]*shot\.png[^]*Added: notes\.md/);
    await plain.page.getByRole('link', { name: 'notes.md' }).waitFor();
    expect(await axe(plain.page)).toEqual([]);
  });

  it('that are far too large are told to be before they are sent, and in words when they are', async () => {
    const { page } = mara;
    await page.goto(paths.evidenceFiles(newEvidence()));
    await page.getByLabel('Add files').setInputFiles([sent('huge.txt', Buffer.alloc(11 * 1024 * 1024, 'x'))]);
    await page.getByText('huge.txt: larger than 10 MB').waitFor();

    const immense = folder.at('immense.txt');
    writeFileSync(immense, '');
    truncateSync(immense, 300 * 1024 * 1024);
    const stubborn = await app.newPerson({ tolerates: /4(13|04)/ });
    await stubborn.context.addCookies(await mara.context.cookies());
    await stubborn.page.goto(page.url());
    await stubborn.page.getByLabel('Add files').setInputFiles(immense);
    await stubborn.page.getByRole('button', { name: 'Add to the evidence' }).click();
    await stubborn.page.getByText('more than can be sent at once: 10 files of 10 MB').waitFor();
    expect((await fetch(`${app.origin}/healthz`)).status).toBe(200);
  });

  it('run nothing when they are opened, whatever is in them', async () => {
    const id = newEvidence();
    await send(
      mara.page,
      id,
      sent('picture.png', polyglot),
      sent('half.gif', Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from(`*/=1;alert(1)//${script}`)])),
      sent('notes.md', `Notes first.\n${script}`),
      sent('page.html', `Not quite a page. ${script}`),
      sent('tool.js', 'document.title = "it ran"; alert(1)'),
    );
    await mara.page.getByText('5 files are added').waitFor();
    const links = await mara.page.locator(`a[href^="${paths.evidenceFiles(id)}/"]`).all();
    const files = await Promise.all(
      links.map(async (link) => ({ name: await link.innerText(), href: (await link.getAttribute('href'))! })),
    );
    expect(files).toHaveLength(5);

    const reader = await app.newPerson({ tolerates: /MIME type|blocked|sandbox|Failed to load/i });
    await reader.context.addCookies(await mara.context.cookies());
    const lives: string[] = [];
    reader.page.on('dialog', (dialog) => {
      lives.push(dialog.message());
      void dialog.dismiss();
    });
    for (const { name, href } of files) {
      const saved = reader.page.waitForEvent('download', { timeout: 3000 }).catch(() => null);
      await reader.page.goto(href).catch(() => {}); // what is saved is no page to go to
      if (!/\.(png|gif)$/.test(name)) {
        const download = (await saved)!;
        expect(download.suggestedFilename()).toMatch(/^(notes\.md|page\.html\.txt|tool\.js\.txt)$/);
        expect(readFileSync(await download.path(), 'utf8')).toContain('it ran');
      } else expect(await reader.page.title()).not.toContain('it ran');
    }
    // Nor does another page of ours get them to run: as a script, as a style, as a frame.
    await reader.page.goto('/robots.txt');
    await reader.page.setContent(
      files
        .map(
          ({ href }) =>
            `<script src="${href}"></script><link rel=stylesheet href="${href}"><iframe src="${href}"></iframe>`,
        )
        .join(''),
    );
    await reader.page.waitForTimeout(500);
    expect(await reader.page.title()).not.toContain('it ran');
    expect(lives).toEqual([]);
  });
});
