/** For the routes where a few words go with a step: whatever is refused, the words are still there. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';

import type { Part } from './evidence.ts';
import { noteSchema } from './evidence-form.ts';
import { requirementWords } from './evidence-requirement.server.ts';
import { leadBack, scopedEvidence } from './evidence-scope.server.ts';
import { takeEvidenceStep } from './evidence-steps.server.ts';
import { refusalWords } from './evidence-words.ts';

/** The page of the words alone; who cannot take the step is led to the evidence. */
export const noteLoader = (parts: readonly Part[]) => async (args: LoaderFunctionArgs) => {
  const { evidence, part } = await scopedEvidence(args);
  if (!parts.includes(part)) throw await leadBack(args);
  return { id: evidence.id, round: evidence.round, title: requirementWords(evidence.requirement) };
};

type Noting = {
  step: 'commented' | 'approved' | 'returned';
  /** what to do when nothing is written; null: the words may be left out */
  missing: string | null;
  said: string;
};

export const noteAction =
  ({ step, missing, said }: Noting) =>
  async (args: ActionFunctionArgs) => {
    const { viewer, evidence, now } = await scopedEvidence(args);
    const read = await readForm(args.request, noteSchema(missing));
    if ('refused' in read) return data({ refused: read.refused, because: null }, { status: 422 });
    const { note, round } = read.value;
    const outcome = await takeEvidenceStep(viewer, evidence.id, step, { note, round, now });
    if (!outcome) throw data(null, { status: 404 });
    const page = paths.evidence(evidence.id);
    if (!('refused' in outcome)) return redirectSaying(page, said);
    const because = refusalWords[outcome.refused];
    if (note === '') return redirectSaying(page, { text: because, tone: 'warn' });
    return data({ refused: { errors: {}, values: { note } }, because }, { status: 409 });
  };
