import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { formAsSent } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { keepImport } from '#app/postmortems/keep-import.server.ts';
import type { Reach } from '#app/postmortems/postmortem.ts';
import { ReviewForm } from '#app/postmortems/review-form.tsx';
import { readReview } from '#app/postmortems/review.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Import a document · Guildhall' }];

/** Answers after the action too, so that it leads nowhere else: a redirect here would throw away what was typed. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'write-postmortems');
  return null;
}

/** Keeps a corrected preview as a draft. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'write-postmortems');
  const fields = new Map<string, string>();
  for (const [name, value] of await formAsSent(args.request)) {
    if (typeof value === 'string') fields.set(name, value.replace(/\r\n?/g, '\n'));
  }
  const { document, faults } = readReview(fields);
  const unplaced = fields.get('unplaced') ?? '';
  const source = fields.get('source') ?? '';
  const fileName = (fields.get('fileName') ?? '').slice(0, 200);
  if (Object.keys(faults).length > 0) {
    const review = {
      document,
      unplaced,
      warnings: [],
      fileName,
      source,
      faults,
      private: fields.has('private'),
    };
    return data({ review }, { status: 422 });
  }
  const reach: Reach = fields.has('private') ? 'private' : 'everyone';
  const kept = { document, unplaced, source: { fileName, markdown: source }, reach };
  const id = await keepImport(kept, { byId: viewer.id, now: Date.now() });
  return redirectSaying(paths.editPostmortem(id), 'Brought in. Only you see it until you add somebody.');
}

export default function ImportDraft() {
  const answer = useActionData<typeof action>();
  if (answer) return <ReviewForm review={answer.review} />;
  const start = <ButtonLink to={paths.importPostmortem()}>Choose a document</ButtonLink>;
  return (
    <Empty title="No document is being corrected here" actions={start}>
      <p>A preview is not kept until you save it. Start from the document again.</p>
    </Empty>
  );
}
