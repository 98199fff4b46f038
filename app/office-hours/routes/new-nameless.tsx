import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { newToken } from '#app/accounts/secrets.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { waitInWords } from '#app/accounts/throttle.ts';
import { Answered } from '#app/answers/answered.tsx';
import { articlesLike } from '#app/answers/articles.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { readForm, type Refused, typedAgain } from '#app/http/form.server.ts';
import { putQuestion } from '#app/office-hours/letter-box.server.ts';
import { countLetter } from '#app/office-hours/letter-throttle.server.ts';
import { letterSchema } from '#app/office-hours/question.ts';
import { QuestionFields } from '#app/office-hours/question-fields.tsx';
import { SentNameless } from '#app/office-hours/sent-nameless.tsx';
import { WhatIsKept } from '#app/office-hours/what-is-kept.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Ask without your name · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'ask-questions');
  return { secret: newToken() };
}

type Answer = {
  /** what the letter is followed by; null: it was not sent */
  link: string | null;
  refused: Refused;
  articles: Awaited<ReturnType<typeof articlesLike>>;
  wait: string | null;
};
const nothing: Answer = { link: null, refused: { errors: {}, values: {} }, articles: [], wait: null };

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'ask-questions');
  const form = await readForm(args.request, letterSchema);
  if ('refused' in form) return data<Answer>({ ...nothing, refused: form.refused }, { status: 422 });
  const { asked, secret, title, text } = form.value;
  const refused = { errors: {}, values: typedAgain(form.value) };
  const articles = asked ? [] : await articlesLike(`${title} ${text}`);
  if (articles.length > 0) return data<Answer>({ ...nothing, refused, articles });
  const seconds = await countLetter(viewer.id);
  if (seconds > 0) return data<Answer>({ ...nothing, refused, wait: waitInWords(seconds) }, { status: 429 });
  const put = await putQuestion(secret, title, text);
  // No redirect: a way to the link would be an address that is asked for, and said in headers.
  return data<Answer>({ ...nothing, link: configuration.origin + paths.nameless(put.secret) });
}

export default function NewNameless() {
  const { secret } = useLoaderData<typeof loader>();
  const { link, refused, articles, wait } = (useActionData<typeof action>() as Answer | undefined) ?? nothing;
  if (link !== null) return <SentNameless link={link} />;
  return (
    <>
      <PageHead
        above={<Up to={paths.questions()}>Questions</Up>}
        title="Ask without your name"
        lead="For what you would rather not ask with your name on it. You get a link that only you have, and find the answer there."
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <Form method="post" className="space-y-6" autoComplete="off">
          {articles.length > 0 && <Answered articles={articles} back={paths.questions()} />}
          {wait && <Callout tone="warn" live title={`Those were many letters. Send this one in ${wait}.`} />}
          <Card className="space-y-4">
            <input type="hidden" name="secret" value={refused.values.secret ?? secret} />
            {(articles.length > 0 || wait) && <input type="hidden" name="asked" value="yes" />}
            <QuestionFields values={refused.values} errors={refused.errors} />
            <p className="text-sm text-soft">
              Only those who answer read it, as it stands here: leave out whatever would tell who you are.
            </p>
            <Button weight="primary">
              {articles.length > 0 ? 'It is something else: send it' : 'Send it without my name'}
            </Button>
          </Card>
        </Form>
        <WhatIsKept />
      </div>
    </>
  );
}
