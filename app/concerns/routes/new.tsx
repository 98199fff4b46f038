import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { ownPath } from '#app/accounts/return-path.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { concernSchema } from '#app/concerns/raise-form.ts';
import { Answered } from '#app/answers/answered.tsx';
import { articlesLike } from '#app/answers/articles.server.ts';
import { beginning, raise } from '#app/concerns/raising.server.ts';
import { SquadField } from '#app/concerns/squad-field.tsx';
import { newFormId } from '#app/http/form-id.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Raise a concern · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'raise-concerns');
  const from = ownPath(new URL(args.request.url).searchParams.get('from'));
  return { id: newFormId(args), places: await beginning(viewer, Date.now()), from };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'raise-concerns');
  const form = await readForm(args.request, concernSchema);
  if ('refused' in form) return data({ refused: form.refused, articles: [] }, { status: 422 });
  const { asked, from, squad, ...draft } = form.value;
  const values = typedAgain(form.value);
  const articles = asked ? [] : await articlesLike(`${draft.title} ${draft.text}`);
  if (articles.length > 0) return data({ refused: { errors: {}, values }, articles });
  const raisedFrom = from === '' || from === '/' ? null : ownPath(from);
  const raised = await raise(viewer, { ...draft, squadId: squad, raisedFrom }, Date.now());
  if ('refused' in raised) {
    const errors = { squad: 'This squad was archived, or is no longer yours. Choose where it goes.' };
    return data({ refused: { errors, values }, articles: [] }, { status: 422 });
  }
  return redirectSaying(
    paths.concern(raised.id),
    'It is on its way. You hear as soon as there is an answer.',
  );
}

export default function NewConcern() {
  const { id, places, from } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = (name: string) => (answer?.refused.values as Record<string, string> | undefined)?.[name];
  const errors = answer?.refused.errors as Record<string, string> | undefined;
  const articles = answer?.articles ?? [];
  return (
    <>
      <PageHead
        title="Raise a concern"
        lead="Something about security that worries you, or that you are not sure about. No worry is too small, and nobody is blamed for one."
      />
      <Form method="post" className="max-w-2xl space-y-6">
        {articles.length > 0 && <Answered articles={articles} back={typed('from') || from} />}
        <Card className="space-y-4">
          <input type="hidden" name="id" value={typed('id') ?? id} />
          <input type="hidden" name="from" value={typed('from') ?? from} />
          {articles.length > 0 && <input type="hidden" name="asked" value="yes" />}
          <SquadField places={places} chosen={typed('squad')} error={errors?.squad} />
          <TextField
            label="In a few words"
            name="title"
            required
            maxLength={150}
            defaultValue={typed('title')}
            error={errors?.title}
          />
          <TextArea
            label="What worries you"
            name="text"
            rows={7}
            required
            defaultValue={typed('text')}
            error={errors?.text ?? errors?.id}
            help="What you saw, and what could come of it. You need not have proof, or know what to do."
          />
          <p className="text-sm text-soft">
            Only you and whoever has it to answer see this. It is passed on with your knowledge, one step at a
            time.
          </p>
          <Button weight="primary">
            {articles.length > 0 ? 'It is something else: send it' : 'Send it'}
          </Button>
        </Card>
      </Form>
    </>
  );
}
