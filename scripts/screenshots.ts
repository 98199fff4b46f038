/** screenshots [--all FOLDER]: the pictures of the README, or every page light, dark and on a phone, to look at. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { chromiumProgram } from '#test/support/chromium.ts';
import { startDemo } from './screenshots/demo-process.ts';
import { everyPage } from './screenshots/every-page.ts';
import { pictures } from './screenshots/pictures.ts';

const usage = `Usage: npm run screenshots -- [--all FOLDER]
  without it    takes the pictures of the README, into docs/pictures
  --all FOLDER  takes every page of the demo, light, dark and 390 px wide, into FOLDER`;

/** Exit codes: 1 a picture could not be taken, 2 the command was not understood. */
function given() {
  try {
    return parseArgs({ options: { all: { type: 'string' } } }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}

const { all } = given();
const program = chromiumProgram();
if (!program) {
  console.error('There is no Chromium here. Install one, or say in CHROMIUM where it is.');
  process.exit(1);
}

const folder = all ?? 'docs/pictures';
mkdirSync(folder, { recursive: true });
const kept = mkdtempSync(join(tmpdir(), 'guildhall-screenshots-'));
const demo = await startDemo(join(kept, 'demo.db'));
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const taken = await (all ? everyPage : pictures)(browser, demo.origin, folder);
  console.error(`${taken} pictures are in ${folder}.`);
} finally {
  await browser.close();
  await demo.end();
  rmSync(kept, { recursive: true, force: true });
}
