import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useNavigation } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { formAsSent } from '#app/http/form.server.ts';
import { textOfUpload } from '#app/http/upload.server.ts';
import { readPostmortem } from '#app/postmortems/import/read.ts';
import { ReviewForm } from '#app/postmortems/review-form.tsx';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { inputLook, TextArea } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Import a document · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'write-postmortems');
  return null;
}

const refuse = (refused: string) => data({ refused, review: null }, { status: 422 });

/** Reads a document and shows what was understood; nothing is saved yet. */
export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, 'write-postmortems');
  const form = await formAsSent(args.request);
  const file = form.get('file');
  const pasted = String(form.get('markdown') ?? '');
  const uploaded = file instanceof File && file.size > 0 ? await textOfUpload(file) : null;
  if (uploaded && 'refused' in uploaded) return refuse(uploaded.refused);
  const source = uploaded?.text ?? pasted;
  if (source.trim() === '') return refuse('Choose a file, or paste its text.');
  if (source.includes('\0')) return refuse('That is not a text. Paste it as Markdown or plain text.');
  const fileName = uploaded && file instanceof File ? file.name.slice(0, 200) : 'pasted.md';
  const { document, unplaced, warnings } = readPostmortem(source, { fileName });
  return data({
    refused: null,
    review: { document, unplaced, warnings, fileName, source, faults: {}, private: false },
  });
}

export default function Import() {
  const answer = useActionData<typeof action>();
  const reading = useNavigation().state === 'submitting';
  if (answer?.review) return <ReviewForm review={answer.review} />;
  return (
    <>
      <PageHead
        title="Import a document"
        lead="Something you already have, in Markdown. You see what was understood, and correct it, before anything is saved."
      />
      <Card className="max-w-3xl">
        <Form method="post" encType="multipart/form-data" className="space-y-5">
          {answer?.refused && (
            <Callout tone="alert" live>
              {answer.refused}
            </Callout>
          )}
          <div>
            <label htmlFor="file" className="mb-1 block text-sm font-medium">
              A file
            </label>
            <input
              id="file"
              type="file"
              name="file"
              accept=".md,.markdown,.txt,.erb,text/markdown,text/plain"
              className={inputLook}
            />
          </div>
          <TextArea label="Or its text" name="markdown" rows={12} className="font-mono text-sm" />
          <Button weight="primary" aria-busy={reading}>
            {reading ? 'Reading …' : 'Read it'}
          </Button>
        </Form>
      </Card>
    </>
  );
}
