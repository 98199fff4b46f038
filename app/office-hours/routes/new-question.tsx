import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { Answered } from '#app/answers/answered.tsx';
import { articlesLike } from '#app/answers/articles.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { newFormId } from '#app/http/form-id.server.ts';
import { ask } from '#app/office-hours/asking.server.ts';
import { QuestionFields } from '#app/office-hours/question-fields.tsx';
import { questionSchema } from '#app/office-hours/question.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Ask a question · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'ask-questions');
  return { id: newFormId(args) };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'ask-questions');
  const form = await readForm(args.request, questionSchema);
  if ('refused' in form) return data({ refused: form.refused, articles: [] }, { status: 422 });
  const { asked, ...draft } = form.value;
  const articles = asked ? [] : await articlesLike(`${draft.title} ${draft.text}`);
  if (articles.length > 0) return data({ refused: { errors: {}, values: typedAgain(form.value) }, articles });
  const id = await ask(viewer, draft, Date.now());
  return redirectSaying(paths.question(id), 'Asked. You are told as soon as there is an answer.');
}

export default function NewQuestion() {
  const { id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer?.refused.values as Record<string, string> | undefined;
  const articles = answer?.articles ?? [];
  return (
    <>
      <PageHead
        above={<Up to={paths.questions()}>Questions</Up>}
        title="Ask a question"
        lead="Everybody here can read it, with your name. A champion or the security team answers."
      />
      <Form method="post" className="max-w-2xl space-y-6">
        {articles.length > 0 && <Answered articles={articles} back={paths.questions()} />}
        <Card className="space-y-4">
          <input type="hidden" name="id" value={values?.id ?? id} />
          {articles.length > 0 && <input type="hidden" name="asked" value="yes" />}
          <QuestionFields values={values} errors={answer?.refused.errors} />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <Button weight="primary">{articles.length > 0 ? 'It is something else: ask' : 'Ask'}</Button>
            <Link to={paths.newNameless()} className="text-sm text-accent underline underline-offset-4">
              Rather without your name?
            </Link>
          </div>
        </Card>
      </Form>
    </>
  );
}
