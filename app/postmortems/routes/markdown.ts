import type { LoaderFunctionArgs } from '@remix-run/node';

import { asDownload } from '#app/http/download.ts';
import { documentOf } from '#app/postmortems/as-document.server.ts';
import { writeMarkdown } from '#app/postmortems/export.ts';
import { scoped } from '#app/postmortems/scoped.server.ts';

/** The postmortem as a Markdown document that can be imported again. */
export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scoped(args);
  return asDownload(writeMarkdown(await documentOf(postmortem)), postmortem.title);
}
