import type { AppLoadContext } from '@remix-run/node';

import { newId } from '#db/ids.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** what is on the page is for this one answer: the same page asked for again is made anew */
    madeOnce?: boolean;
  }
}

/**
 * An id for what a form is about to make, so that the same form sent twice makes one thing. A page that has one is not
 * answered from memory: asked for again, it is another form.
 */
export function newFormId({ context }: { context: AppLoadContext }): string {
  context.madeOnce = true;
  return newId();
}
