import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';

import { line } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { scopedToEdit } from '#app/postmortems/scoped.server.ts';
import { addSection } from '#app/postmortems/sections.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scopedToEdit(args);
  return redirect(paths.editPostmortem(postmortem.id));
}

/** Adds a section with a heading of one's own. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem } = await scopedToEdit(args);
  const form = await readForm(args.request, z.object({ heading: line('a heading', 120) }));
  const back = paths.editPostmortem(postmortem.id);
  if ('refused' in form) return redirectSaying(back, { text: form.refused.errors.heading!, tone: 'warn' });
  const key = await addSection(postmortem.id, form.value.heading, { byId: viewer.id, now: Date.now() });
  return redirectSaying(
    `${back}#${encodeURIComponent(key)}`,
    `“${form.value.heading}” is there, at the end.`,
  );
}
