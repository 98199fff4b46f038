import { useActionData, useLoaderData } from '@remix-run/react';

import { noteAction, noteLoader } from '#app/belts/evidence-noting.server.ts';
import { EvidenceNotePage } from '#app/belts/evidence-note-page.tsx';
import { paths } from '#app/paths.ts';

export const meta = () => [{ title: 'A question or a word · Guildhall' }];

export const loader = noteLoader(['applicant', 'assessor']);
export const action = noteAction({
  step: 'commented',
  missing: 'Write what you would like to say.',
  said: 'Sent.',
});

export default function Comments() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = { to: paths.evidenceComments(page.id), label: 'What you would like to say', button: 'Send' };
  return <EvidenceNotePage {...page} heading="A question or a word" form={form} answer={answer} />;
}
