import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { personById } from '#app/accounts/people.server.ts';
import { personLabel, personProblem } from '#app/accounts/person-meant.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { newFormId } from '#app/http/form-id.server.ts';
import { paths } from '#app/paths.ts';
import { give, whyNot } from '#app/recognition/giving.server.ts';
import { LeftLine } from '#app/recognition/left-line.tsx';
import { recognitionSettings } from '#app/recognition/rules.server.ts';
import { thanksProblem, thanksSchema } from '#app/recognition/thanks.ts';
import { leftThisMonth } from '#app/recognition/thanks.server.ts';
import { ThanksFields } from '#app/recognition/thanks-fields.tsx';
import { WhatThanksAreFor } from '#app/recognition/what-thanks-are-for.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Say thank you · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const id = newFormId(args);
  const person = await personById(new URL(args.request.url).searchParams.get('to') ?? '');
  const refused = person && (await whyNot(viewer, person.id));
  return {
    id,
    left: await leftThisMonth(viewer, Date.now()),
    most: recognitionSettings().thanksAMonth,
    to: person && !refused ? personLabel(person) : '',
    // Said before anything is written: nobody is to lose their words to it.
    problem: person && refused ? { name: person.name, words: thanksProblem[refused].words } : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const form = await readForm(args.request, thanksSchema);
  if ('refused' in form) return data(form.refused, { status: 422 });
  const refuse = (errors: { to?: string; reason?: string }) =>
    data({ errors, values: typedAgain(form.value) }, { status: 422 });
  const { to, ...draft } = form.value;
  const meant = await personMeant(to);
  if ('refused' in meant) return refuse({ to: personProblem(meant) });
  if (!meant.person) return refuse({ to: 'Whom do you thank? Write a name or an e-mail.' });
  const done = await give(viewer, { ...draft, toId: meant.person.id }, Date.now());
  if ('refused' in done) {
    const { field, words } = thanksProblem[done.refused];
    return refuse({ [field]: words });
  }
  return redirectSaying(paths.thanks(done.given), {
    text: `${meant.person.name} can read it now.`,
    undo: { action: paths.thanksWithdrawal(done.given) },
  });
}

export default function NewThanks() {
  const { id, left, most, to, problem } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values as Record<string, string> | undefined;
  return (
    <>
      <PageHead
        above={<Up to={paths.recognition()}>The wall</Up>}
        title="Say thank you"
        lead="To somebody who made others safer. They read it at once; what becomes of it is theirs to decide."
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:items-start">
        <Card>
          <Form method="post" className="space-y-4">
            <input type="hidden" name="id" value={values?.id ?? id} />
            <ThanksFields to={to} problem={problem} values={values} errors={refused?.errors} />
            <LeftLine left={left} most={most} />
            <Button weight="primary">Say thank you</Button>
          </Form>
        </Card>
        <WhatThanksAreFor most={most} />
      </div>
    </>
  );
}
