import { RemixBrowser } from '@remix-run/react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';

/**
 * The first time it is asked, RemixBrowser throws the promise of the page's data. If React hears that and somebody
 * presses a key in this very moment, it gives up ("Root did not complete") and the page never comes to life. So the
 * data is waited for before React begins.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    if (!(thrown instanceof Promise)) throw thrown;
    await thrown;
  }
}

// A page that the browser has kept as it was, with all that stood on it, may be shown to somebody else by now.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

await pageData();
startTransition(() => {
  hydrateRoot(document, <RemixBrowser />);
});
