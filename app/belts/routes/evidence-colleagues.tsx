import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { personProblem } from '#app/accounts/person-meant.ts';
import { MOST_NAMED, nameColleague } from '#app/belts/attesters.server.ts';
import { isOngoing } from '#app/belts/evidence.ts';
import { EvidenceColleagues } from '#app/belts/evidence-colleagues.tsx';
import { evidencePage } from '#app/belts/evidence-page.server.ts';
import { leadBack, scopedEvidence } from '#app/belts/evidence-scope.server.ts';
import { refusalWords } from '#app/belts/evidence-words.ts';
import { optionalLine } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Colleagues who were there · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, now, evidence, part } = await scopedEvidence(args);
  if (part !== 'applicant' || !isOngoing(evidence.state)) throw await leadBack(args);
  return evidencePage(evidence, part, viewer, now);
}

const problems = {
  'nobody-named': 'Write a name or an e-mail address.',
  oneself: 'Name somebody else: that you were there is plain.',
  enough: `${MOST_NAMED} colleagues are as many as can be asked.`,
};

export async function action(args: ActionFunctionArgs) {
  const { evidence, part, now } = await scopedEvidence(args);
  const page = paths.evidence(evidence.id);
  if (part !== 'applicant') return redirectSaying(page, { text: refusalWords['not-yours'], tone: 'warn' });
  const read = await readForm(args.request, z.object({ person: optionalLine(300) }));
  if ('refused' in read) return data(read.refused, { status: 422 });
  const named = await nameColleague(evidence, read.value.person, now);
  if (!('refused' in named))
    return redirectSaying(page, named.isAsked ? `${named.name} is asked.` : `${named.name} will be asked.`);
  if (named.refused === 'not-now')
    return redirectSaying(page, { text: refusalWords['not-now'], tone: 'warn' });
  const person =
    named.refused === 'nobody' || named.refused === 'several'
      ? personProblem(named)
      : problems[named.refused];
  return data({ errors: { person }, values: { person: read.value.person } }, { status: 422 });
}

export default function Colleagues() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Up to={paths.evidence(page.id)}>{page.title}</Up>} title="Who was there" />
      <div className="max-w-3xl">
        <EvidenceColleagues page={page} refused={refused} />
      </div>
    </>
  );
}
