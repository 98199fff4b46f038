import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { MissingList } from '#app/postmortems/missing-list.tsx';
import { mayEdit, refusalWords, take } from '#app/postmortems/postmortem.ts';
import { hasSource } from '#app/postmortems/postmortems.server.ts';
import { missing, takeStep } from '#app/postmortems/publication.server.ts';
import { scoped } from '#app/postmortems/scoped.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Publish · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scoped(args);
  if (typeof take('published', postmortem.state, postmortem.part) !== 'string')
    throw data(null, { status: 403 });
  const imported = await hasSource(postmortem.id);
  const editable = mayEdit(postmortem.state, postmortem.part);
  return { postmortem, missing: await missing(postmortem.id), imported, editable };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem } = await scoped(args);
  const form = await formIn(args.request);
  const outcome = await takeStep(
    postmortem.id,
    'published',
    { ...viewer, part: postmortem.part },
    Date.now(),
    form.get('as-it-is') === 'yes',
  );
  if ('taken' in outcome) {
    return redirectSaying(paths.postmortem(postmortem.id), {
      text: 'Published. Its readers can find it now.',
      // Reopening leads to a draft: from a review that would be no undoing.
      ...(postmortem.state === 'draft' && { undo: { action: paths.postmortemReopening(postmortem.id) } }),
    });
  }
  if (outcome.refused === 'incomplete') return data({ missing: outcome.missing }, { status: 422 });
  return redirectSaying(paths.postmortem(postmortem.id), {
    text: refusalWords[outcome.refused],
    tone: 'warn',
  });
}

export default function Publication() {
  const { postmortem, imported, editable, ...loaded } = useLoaderData<typeof loader>();
  const lacking = useActionData<typeof action>()?.missing ?? loaded.missing;
  return (
    <>
      <PageHead
        title={lacking.length > 0 ? 'Almost there' : 'Ready to publish'}
        above={<Up to={paths.postmortem(postmortem.id)}>{postmortem.title}</Up>}
      />
      <Card className="max-w-2xl space-y-4">
        {lacking.length > 0 ? (
          <MissingList missing={lacking} postmortemId={editable ? postmortem.id : null} />
        ) : (
          <p>Nothing is missing. Once published, everyone it is meant for can find it.</p>
        )}
        <Form method="post" className="flex flex-wrap items-center gap-3">
          {lacking.length === 0 && <Button weight="primary">Publish</Button>}
          {lacking.length > 0 && imported && (
            <>
              <input type="hidden" name="as-it-is" value="yes" />
              <Button>Publish this old record as it is</Button>
            </>
          )}
          {editable && (
            <Link
              to={paths.editPostmortem(postmortem.id)}
              className="text-accent underline underline-offset-4"
            >
              Go on writing
            </Link>
          )}
        </Form>
        {lacking.length > 0 && imported && (
          <p className="text-sm text-soft">
            It came in from a document, and the past cannot always be completed. What is missing is kept
            beside the publication.
          </p>
        )}
      </Card>
    </>
  );
}
