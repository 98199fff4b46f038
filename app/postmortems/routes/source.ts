import { data, type LoaderFunctionArgs } from '@remix-run/node';

import { asDownload } from '#app/http/download.ts';
import { sourceOf } from '#app/postmortems/postmortems.server.ts';
import { scopedToArrange } from '#app/postmortems/scoped.server.ts';

/** The document it was imported from, word for word, for those who work on it. */
export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scopedToArrange(args);
  const source = await sourceOf(postmortem.id);
  if (!source) throw data(null, { status: 404 });
  return asDownload(source.markdown, source.fileName);
}
