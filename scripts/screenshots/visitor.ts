import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Somebody at a desk who looks at the demo, as one of its personas if one is named. */
export async function visitor(
  browser: Browser,
  origin: string,
  persona: string | null,
  looks: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 660 },
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    ...looks,
  });
  const page = await context.newPage();
  if (persona) {
    await page.goto('/demo');
    await page.locator(`form:has([value=${persona}]) button`).click();
    await page.waitForURL(`${origin}/`);
  }
  return page;
}

/** The last part of the address of the first link like this on a page. */
export async function idFrom(page: Page, where: string, link: string): Promise<string> {
  await page.goto(where);
  const href = await page.locator(link).first().getAttribute('href');
  return href!.split('/').at(-1)!;
}
