import { useActionData, useLoaderData } from '@remix-run/react';

import { noteAction, noteLoader } from '#app/belts/evidence-noting.server.ts';
import { EvidenceNotePage } from '#app/belts/evidence-note-page.tsx';
import { paths } from '#app/paths.ts';

export const meta = () => [{ title: 'Approve · Guildhall' }];

export const loader = noteLoader(['assessor']);
export const action = noteAction({
  step: 'approved',
  missing: null,
  said: 'Approved. Thank you for looking so closely.',
});

export default function Approval() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = {
    to: paths.evidenceApproval(page.id),
    label: 'What you liked, if you like',
    button: 'Approve',
    required: false,
  };
  return <EvidenceNotePage {...page} heading="Approve" form={form} answer={answer} />;
}
