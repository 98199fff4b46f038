import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { sha256 } from '#app/accounts/secrets.server.ts';
import { waitInWords } from '#app/accounts/throttle.ts';
import { retryAfter } from '#app/accounts/waiting.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { putWord } from '#app/office-hours/letter-box.server.ts';
import { countLetter } from '#app/office-hours/letter-throttle.server.ts';
import { ClosedNameless } from '#app/office-hours/closed-nameless.tsx';
import { followed } from '#app/office-hours/followed.server.ts';
import { FollowedQuestion } from '#app/office-hours/followed-question.tsx';
import { wordSchema } from '#app/office-hours/question.ts';
import { paths } from '#app/paths.ts';

// The title stands in histories and on tabs: it says nothing of the question.
export const meta: MetaFunction = () => [{ title: 'A letter · Guildhall' }];
export const headers = retryAfter;

export const loader = (args: LoaderFunctionArgs) => followed(args);

export async function action(args: ActionFunctionArgs) {
  const found = await followed(args);
  const secret = args.params.secret!;
  // The page's loader answers for a link that does not open.
  if (!('title' in found)) return null;
  const form = await readForm(args.request, wordSchema);
  if ('refused' in form)
    return data({ error: form.refused.errors.text, text: form.refused.values.text ?? '' }, { status: 422 });
  const seconds = await countLetter(sha256(secret));
  if (seconds > 0) {
    const error = `Those were many words. Send this one in ${waitInWords(seconds)}.`;
    return data({ error, text: form.value.text }, { status: 429 });
  }
  await putWord(secret, form.value.text);
  return redirect(paths.nameless(secret), 303);
}

export default function Nameless() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.closed) return <ClosedNameless wait={page.wait} />;
  return <FollowedQuestion {...page} refused={refused ?? null} />;
}
