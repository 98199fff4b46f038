import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { articleSchema } from '#app/answers/article.ts';
import { writeArticleOf } from '#app/answers/article-writing.server.ts';
import { articleOfQuestion } from '#app/answers/articles.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { scopedToHosts } from '#app/office-hours/question-page.server.ts';
import { repliesTo } from '#app/office-hours/visible-question.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Make an article · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { question } = await scopedToHosts(args);
  const [replies, article] = await Promise.all([repliesTo(question.id), articleOfQuestion(question.id)]);
  if (article) return redirect(paths.article(article.id));
  const answers = replies.filter(({ byId }) => byId !== question.personId).map(({ text }) => text);
  return { id: question.id, title: question.title, answer: answers.join('\n\n') };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, question } = await scopedToHosts(args);
  const form = await readForm(args.request, articleSchema);
  if ('refused' in form) return data(form.refused, { status: 422 });
  const { id, isNew } = await writeArticleOf(question.id, form.value, viewer.id, Date.now());
  return redirectSaying(
    paths.article(id),
    isNew
      ? 'In the library. Whoever asks the like is shown it.'
      : 'Somebody made an article of it before: this one.',
  );
}

export default function QuestionArticle() {
  const { id, title, answer } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.question(id)}>The question</Up>}
        title="Make an article of it"
        lead="Everyone here reads it, so it should name nobody: no person, no squad, no way to guess them."
      />
      <Form method="post" className="max-w-3xl">
        <Card className="space-y-4">
          <TextField
            label="What somebody may ask"
            name="question"
            required
            maxLength={300}
            defaultValue={refused?.values.question ?? title}
            error={refused?.errors.question}
          />
          <TextArea
            label="The answer"
            name="answer"
            required
            rows={12}
            defaultValue={refused?.values.answer ?? answer}
            error={refused?.errors.answer}
            help="Your answer stands here as it was given. Put it so that it helps somebody who knows nothing of this one case."
          />
          <Button weight="primary">Put it into the library</Button>
        </Card>
      </Form>
    </>
  );
}
