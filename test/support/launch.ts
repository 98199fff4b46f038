import { type Browser, chromium } from 'playwright-core';

import { chromiumProgram } from './chromium.ts';

/** Starts a browser that asks nobody but whom its pages ask. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumProgram() ?? undefined,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
