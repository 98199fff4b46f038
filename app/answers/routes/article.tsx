import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { requireViewer } from '#app/accounts/session.server.ts';
import { rewriteArticle } from '#app/answers/article-writing.server.ts';
import { articleSchema } from '#app/answers/article.ts';
import { visibleArticle } from '#app/answers/articles.server.ts';
import { DidItHelp } from '#app/answers/helped.tsx';
import { helpOf } from '#app/answers/helpfulness.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { visibleQuestion } from '#app/office-hours/visible-question.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { TextArea, TextField } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.question.slice(0, 60) ?? 'Article'} · Guildhall` },
];

async function found(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const article = await visibleArticle(viewer, args.params.id ?? '');
  if (!article) throw data(null, { status: 404 });
  return { viewer, article };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, article } = await found(args);
  const { questionId, ...shown } = article;
  const [help, from] = await Promise.all([
    helpOf(viewer, article),
    questionId === null ? null : visibleQuestion(viewer, questionId),
  ]);
  return { ...shown, help, from: from && { id: from.question.id, title: from.question.title } };
}

export async function action(args: ActionFunctionArgs) {
  const { id, changeable } = (await found(args)).article;
  if (!changeable) throw data(null, { status: 403 });
  const form = await readForm(args.request, articleSchema.extend({ version: z.coerce.number().int() }));
  if ('refused' in form) return data({ refused: form.refused, stale: null }, { status: 422 });
  const { version, ...words } = form.value;
  const saved = await rewriteArticle(id, version, words);
  if ('refused' in saved) {
    const stale = [
      { name: 'Question', theirs: saved.now?.question ?? '', yours: words.question },
      { name: 'Answer', theirs: saved.now?.answer ?? '', yours: words.answer },
    ];
    return data({ refused: { errors: {}, values: typedAgain(words) }, stale }, { status: 409 });
  }
  return redirectSaying(paths.article(id), 'Saved.');
}

export default function Article() {
  const { id, question, answer, version, withdrawn, changeable, help, from } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const errors = answered?.refused.errors as Record<string, string> | undefined;
  const typed = (name: string) => (answered?.refused.values as Record<string, string> | undefined)?.[name];
  return (
    <>
      <PageHead above={<Up to={paths.answers()}>Answers</Up>} title={question} />
      <div className="max-w-3xl space-y-6">
        {withdrawn && <Callout tone="warn" title="Withdrawn: only you, and organisers, see this." />}
        <Card aria-label="The answer">
          <p className="leading-relaxed wrap-anywhere whitespace-pre-wrap">{answer}</p>
          {from && (
            <p className="mt-4 text-sm text-soft">
              It came from a question:{' '}
              <Link to={paths.question(from.id)} className="text-accent underline underline-offset-4">
                {from.title}
              </Link>
            </p>
          )}
        </Card>
        {!withdrawn && <DidItHelp id={id} {...help} />}
        {changeable && (
          <Card aria-labelledby="change">
            <details open={answered !== undefined}>
              <summary id="change" className="font-semibold">
                Change it
              </summary>
              <Form method="post" className="mt-4 space-y-4" key={version}>
                {answered?.stale && <Stale pairs={answered.stale} />}
                <input type="hidden" name="version" value={version} />
                <TextField
                  label="What somebody may ask"
                  name="question"
                  required
                  maxLength={300}
                  defaultValue={typed('question') ?? question}
                  error={errors?.question}
                />
                <TextArea
                  label="The answer"
                  name="answer"
                  required
                  rows={6}
                  defaultValue={typed('answer') ?? answer}
                  error={errors?.answer}
                  help="Everyone reads this: it should name nobody."
                />
                <Button weight="primary">Save</Button>
              </Form>
            </details>
            <Form method="post" action={paths.articleWithdrawal(id)} className="mt-4">
              {withdrawn && <input type="hidden" name="undo" value="yes" />}
              <Button>{withdrawn ? 'Put it back' : 'Withdraw it'}</Button>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
