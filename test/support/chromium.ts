import { existsSync } from 'node:fs';

/** The one without windows first: it shows the same pages for a third less work. */
const usual = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (program) => `/usr/bin/${program}`,
);

/** The browser that tests drive: $CHROMIUM, or wherever systems keep it. Null where there is none. */
export const chromiumProgram = (): string | null =>
  [process.env.CHROMIUM ?? '', ...usual].find((path) => path !== '' && existsSync(path)) ?? null;
