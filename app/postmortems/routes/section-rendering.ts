import type { ActionFunctionArgs } from '@remix-run/node';

import { formIn } from '#app/http/form.server.ts';
import { scopedSection } from '#app/postmortems/scoped.server.ts';
import { leadBack } from '#app/postmortems/step-action.server.ts';
import { render } from '#app/ui/markdown.server.ts';

export const loader = leadBack;

/** What a text will look like, for a script. */
export async function action(args: ActionFunctionArgs) {
  await scopedSection(args);
  const form = await formIn(args.request);
  return Response.json({ html: render(String(form.get('markdown') ?? '').slice(0, 1_000_000)) });
}
