import { useActionData, useLoaderData } from '@remix-run/react';

import { noteAction, noteLoader } from '#app/belts/evidence-noting.server.ts';
import { EvidenceNotePage } from '#app/belts/evidence-note-page.tsx';
import { paths } from '#app/paths.ts';

export const meta = () => [{ title: 'Ask for more · Guildhall' }];

export const loader = noteLoader(['assessor']);
export const action = noteAction({
  step: 'returned',
  missing: 'Say what is missing, so that they know what to add.',
  said: 'They are told what is missing. It comes back here once it is there.',
});

export default function Return() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = {
    to: paths.evidenceReturn(page.id),
    label: 'What is missing',
    help: 'They are told, add it and submit again. Approvals begin anew then.',
    button: 'Ask for more',
  };
  return <EvidenceNotePage {...page} heading="Ask for more" form={form} answer={answer} />;
}
