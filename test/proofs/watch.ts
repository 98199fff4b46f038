/** Watches a browser for anything of what people wrote that comes to life. */
import type { BrowserContext, Page } from 'playwright-core';

type Seen = (what: string) => void;

/** In every page and frame before anything else: the function that payloads call, and an ear for what the policy stops. */
function before(): void {
  const shout = (what: string) => (window as unknown as { shout(what: string): void }).shout(what);
  Object.assign(window, { hit: () => shout('a script ran') });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    shout(`the policy stopped ${violatedDirective} ${blockedURI}`),
  );
}

/** What stands in the page that the app does not put there itself. */
function foreignIn(): string[] {
  const found: string[] = [];
  const scheme = /^[\s\0-\x1f]*(javascript|vbscript|data)[\s\0-\x1f]*:/i;
  const picture = /^data:image\/(png|jpe?g|gif|webp);/i;
  const addressed = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc'];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith('on')) found.push(`<${name} ${attribute}>`);
      if (attribute === 'srcdoc' || attribute === 'style') found.push(`<${name} ${attribute}>`);
      if (addressed.includes(attribute) && scheme.test(value) && !picture.test(value))
        found.push(`<${name} ${attribute}=${value.slice(0, 30)}>`);
    }
    if (name === 'script' && !ours(element)) found.push('<script>');
    if (
      /^(iframe|object|embed|base|math|style|template|foreignobject|plaintext|marquee|audio|video)$/.test(
        name,
      )
    )
      found.push(`<${name}>`);
    if (name === 'meta' && element.hasAttribute('http-equiv')) found.push('<meta http-equiv>');
  }
  return found;

  /** Its nonce tells nothing: the framework takes it away when it wakes the page. */
  function ours(script: Element) {
    if (!(script instanceof HTMLScriptElement)) return false;
    const { src, textContent } = script;
    if (src !== '') return src.startsWith(`${location.origin}/assets/`);
    return /^(\(\(STORAGE_KEY|window\.__remixContext|;?\s*import \* as route0 )/.test(textContent);
  }
}

/** Tells of whatever comes to life in this context, on pages of this origin. */
export async function watch(context: BrowserContext, origin: string, seen: Seen): Promise<void> {
  await context.exposeFunction('shout', seen);
  await context.addInitScript(before);
  context.on('dialog', (dialog) => {
    seen(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^data:image\/(png|jpe?g|gif|webp);/.test(url))
      seen(`a request to ${url.slice(0, 80)}`);
  });
}

/** Touches what can be touched on a page, and tells what stands there that the app did not put there. */
export async function lookAround(page: Page, seen: Seen): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('main *')) {
      for (const kind of ['mouseover', 'mouseenter', 'focus', 'toggle'])
        element.dispatchEvent(new Event(kind, { bubbles: kind === 'mouseover' }));
    }
  });
  for (const what of await page.evaluate(foreignIn)) seen(`in the page: ${what}`);
}
