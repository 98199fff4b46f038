import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { requireViewer } from '#app/accounts/session.server.ts';
import { answerAttestation } from '#app/belts/attestation-answer.server.ts';
import { visibleAttestation } from '#app/belts/attestation-asked.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { safeLink } from '#app/http/safe-link.ts';
import { dayWords } from '#app/belts/day-words.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Prose } from '#app/ui/markdown.tsx';
import { render } from '#app/ui/markdown.server.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Were you there? · Guildhall' }];

/** 404 for everybody but the one who is asked. */
async function scoped(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  args.context.keptNowhere = true;
  const asked = await visibleAttestation(viewer, args.params.id ?? '');
  if (!asked) throw data(null, { status: 404 });
  return { viewer, asked };
}

export async function loader(args: LoaderFunctionArgs) {
  const { asked } = await scoped(args);
  const { id, by, what, asking, answer, words, session } = asked;
  return {
    ...{ id, by, what, asking, answer },
    html: words ? render(words) : null,
    session: session && { ...session, link: safeLink(session.outcome) },
  };
}

const schema = z.object({ answer: z.enum(['confirmed', 'declined', '']).default('') });

export async function action(args: ActionFunctionArgs) {
  const { viewer, asked } = await scoped(args);
  const page = paths.attestation(asked.id);
  const read = await readForm(args.request, schema);
  if ('refused' in read) throw data(null, { status: 400 });
  const answer = read.value.answer || null;
  const outcome = await answerAttestation(viewer, asked.id, answer, Date.now());
  if (!outcome) throw data(null, { status: 404 });
  if ('refused' in outcome)
    return redirectSaying(page, {
      text: 'This was settled in the meantime: thank you all the same.',
      tone: 'warn',
    });
  if (answer === null) return redirectSaying(page, 'Taken back. You can answer whenever you like.');
  return redirectSaying(page, {
    text: answer === 'confirmed' ? 'Thank you: you were there.' : 'Thank you. Nothing else is asked of you.',
    ...(outcome.isOpen && { undo: { action: page, fields: { answer: asked.answer ?? '' } } }),
  });
}

const standing = {
  decided: 'It is settled in the meantime. There is nothing left to do.',
  'taken-back': 'It was taken back for now. Should it come back, you find it here.',
};

export default function Attestation() {
  const { id, by, what, asking, answer, html, session } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        above={<Up to={paths.notices()}>Notices</Up>}
        title="Were you there?"
        lead={`${by} names you as somebody who was there for “${what}”.`}
      />
      <div className="max-w-3xl space-y-6">
        {html && (
          <Card aria-labelledby="words">
            <h2 id="words" className="mb-3 font-serif text-xl font-semibold">
              What {by} writes
            </h2>
            <Prose html={html} />
          </Card>
        )}
        {session && (
          <Card aria-labelledby="session">
            <h2 id="session" className="mb-3 font-serif text-xl font-semibold">
              The session
            </h2>
            <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
              <dt className="text-soft">What was modelled</dt>
              <dd className="[overflow-wrap:anywhere]">{session.feature}</dd>
              <dt className="text-soft">Day</dt>
              <dd>{dayWords(session.day)}</dd>
              <dt className="text-soft">Outcome</dt>
              <dd className="[overflow-wrap:anywhere]">
                {session.link ? (
                  <a
                    href={session.link}
                    rel="noopener noreferrer nofollow ugc"
                    className="text-accent underline underline-offset-4"
                  >
                    {session.outcome}
                  </a>
                ) : (
                  session.outcome
                )}
              </dd>
            </dl>
          </Card>
        )}
        <Card aria-labelledby="answer" className="space-y-4">
          <h2 id="answer" className="font-serif text-xl font-semibold">
            Your answer
          </h2>
          {answer && <p>You said: {answer === 'confirmed' ? 'I was there.' : 'I was not there.'}</p>}
          {asking === 'open' ? (
            <>
              <p className="text-soft">
                You confirm that it took place and that you were there, not how good it was. {by} sees your
                answer, and so do those who look at it. You can change it until it is decided.
              </p>
              <Form method="post" action={paths.attestation(id)} className="flex flex-wrap gap-3">
                <Button weight={answer === 'confirmed' ? 'plain' : 'primary'} name="answer" value="confirmed">
                  I was there
                </Button>
                <Button name="answer" value="declined">
                  I was not there
                </Button>
              </Form>
            </>
          ) : (
            <p className="text-soft">{standing[asking]}</p>
          )}
        </Card>
      </div>
    </>
  );
}
