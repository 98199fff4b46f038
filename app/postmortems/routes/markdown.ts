import type { LoaderFunctionArgs } from '@remix-run/node';

import { documentOf } from '#app/postmortems/as-document.server.ts';
import { writeMarkdown } from '#app/postmortems/export.ts';
import { scoped } from '#app/postmortems/scoped.server.ts';

/** The postmortem as a Markdown document that can be imported again. */
export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scoped(args);
  const name =
    postmortem.title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'postmortem';
  return new Response(writeMarkdown(await documentOf(postmortem)), {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.md"`,
    },
  });
}
