import { beforeAll, expect, it } from 'vitest';

import { render } from '#app/ui/markdown.server.ts';
import { type OpenApp, openApp } from '#test/support/browser.ts';
import { payloads } from '#test/ui/payloads.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
});

it('runs nothing in a browser either, and there without a policy that would stop it', async () => {
  const { page, context } = await app.newPerson({ tolerates: /Failed to load resource/ });
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await page.goto('/robots.txt');
  const html = payloads.map((payload) => `<div>${render(payload)}</div>`).join('\n');
  await page.setContent(`<script>window.hits = 0; window.hit = () => window.hits++</script>${html}`);
  for (const link of await page.locator('a, input, summary').all()) {
    await link.dispatchEvent('mouseover');
    await link.dispatchEvent('focus');
  }
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { hits: number }).hits)).toBe(0);
  expect(
    await page.evaluate(() => document.querySelectorAll('script, iframe, style, svg, form').length),
  ).toBe(1);
  expect(asked.filter((url) => !url.startsWith(app.origin) && !url.startsWith('data:'))).toEqual([]);
});
