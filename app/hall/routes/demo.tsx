/** Who would you like to be? Only in a process started by `npm run demo`; elsewhere there is no such page. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { ownPath } from '#app/accounts/return-path.ts';
import { currentViewer, endSession } from '#app/accounts/session.server.ts';
import { comeIn, fromWhere } from '#app/accounts/sign-in.server.ts';
import { isDemo } from '#app/hall/demo/open.server.ts';
import { PersonaCard } from '#app/hall/demo/persona-card.tsx';
import { personaNamed, personas } from '#app/hall/demo/personas.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Who would you like to be? · Guildhall' }];

const choice = z.object({ persona: z.string().default(''), to: z.string().default('/') });

export async function loader(args: LoaderFunctionArgs) {
  if (!isDemo()) throw data(null, { status: 404 });
  const viewer = await currentViewer(args);
  const to = ownPath(new URL(args.request.url).searchParams.get('to'));
  return { ...(await personas(Date.now())), here: viewer?.name ?? null, to };
}

export async function action(args: ActionFunctionArgs) {
  if (!isDemo()) throw data(null, { status: 404 });
  const read = await readForm(args.request, choice);
  const person = 'value' in read ? await personaNamed(read.value.persona, Date.now()) : null;
  if (!person || !('value' in read)) throw data(null, { status: 404 });
  await endSession(args.request);
  const headers = await comeIn(person.id, await fromWhere(args), Date.now());
  return redirect(ownPath(read.value.to), { status: 303, headers });
}

export default function Demo() {
  const { company, cards, here, to } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-4xl">
      <PageHead
        above="A demo to look around in"
        title="Who would you like to be?"
        lead={`${company} moves parcels, and the money for them. Its people and its year are made up, and everything you do stays on this machine: change what you like.`}
      />
      {here && (
        <p className="mb-6 text-soft">You are {here} now. Choose somebody else, or go on as you are.</p>
      )}
      <ul className="grid gap-5 sm:grid-cols-2">
        {cards.map((card) => (
          <PersonaCard key={card.slug} card={card} to={to} />
        ))}
      </ul>
      <p className="mt-8 text-sm text-soft">
        No password is asked for here, because this was started as a demo. Behind your name is the way back to
        this page, wherever you are.
      </p>
    </div>
  );
}
