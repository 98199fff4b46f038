import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { requireOwner } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { choices, type Choice, choiceWords } from '#app/recognition/choice.ts';
import { choicesOf, choose } from '#app/recognition/choices.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Being recognised, as you like it · Guildhall' }];

const chosen = z.object({ choice: z.enum(choices), holds: z.enum(['yes', 'no']) });

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOwner(args);
  const all = await choicesOf(viewer.id);
  return {
    choices: choices.map((choice) => {
      const times = all.filter((one) => one.choice === choice);
      return {
        choice,
        since: times.find(({ until }) => until === null)?.since ?? null,
        before: times.flatMap(({ id, since, until }) => (until === null ? [] : [{ id, since, until }])),
      };
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOwner(args);
  const read = await readForm(args.request, chosen);
  if ('refused' in read) throw data(null, { status: 400 });
  const { choice, holds } = read.value;
  const isOn = holds === 'yes';
  await choose(viewer, { choice, holds: isOn }, Date.now());
  return redirectSaying(paths.recognitionChoices(), {
    text: isOn ? choiceWords[choice].on : choiceWords[choice].off,
    undo: { action: paths.recognitionChoices(), fields: { choice, holds: isOn ? 'no' : 'yes' } },
  });
}

export default function Choices() {
  const { choices: all } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        above={<Up to={paths.account()}>Your account</Up>}
        title="Being recognised, as you like it"
        lead="Nothing of yours is shown unless you show it. Here you choose what happens by itself, and what never does."
      />
      <div className="grid max-w-2xl gap-6">
        {all.map((one) => (
          <OneChoice key={one.choice} {...one} />
        ))}
      </div>
    </>
  );
}

type Times = { choice: Choice; since: number | null; before: { id: string; since: number; until: number }[] };

function OneChoice({ choice, since, before }: Times) {
  const { title, help } = choiceWords[choice];
  return (
    <Card aria-labelledby={choice}>
      <h2 id={choice} className="font-serif text-xl font-semibold">
        {title}
      </h2>
      <p className="mt-2 text-soft">{help}</p>
      <Form method="post" preventScrollReset className="mt-4 flex flex-wrap items-center gap-3">
        <input type="hidden" name="choice" value={choice} />
        <input type="hidden" name="holds" value={since === null ? 'yes' : 'no'} />
        <Button aria-describedby={choice}>{since === null ? 'Yes, please' : 'No longer'}</Button>
        {since === null ? (
          <Badge>Not chosen</Badge>
        ) : (
          <span className="flex flex-wrap items-center gap-2 text-sm">
            <Badge tone="accent">Chosen</Badge> since <Moment at={since} />
          </span>
        )}
      </Form>
      {before.length > 0 && (
        <details className="mt-3 text-sm text-soft">
          <summary>Before</summary>
          <ul className="mt-1">
            {before.map(({ id, since: from, until }) => (
              <li key={id}>
                <Moment at={from} /> to <Moment at={until} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
