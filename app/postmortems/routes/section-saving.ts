import type { ActionFunctionArgs } from '@remix-run/node';

import { scopedSection } from '#app/postmortems/scoped.server.ts';
import { answerToSave } from '#app/postmortems/section-saving.server.ts';
import { leadBack } from '#app/postmortems/step-action.server.ts';

export const loader = leadBack;

/** Saves for a script, while somebody writes. */
export async function action(args: ActionFunctionArgs) {
  const { answer, status } = await answerToSave(await scopedSection(args), args.request, Date.now());
  return Response.json(answer, { status });
}
