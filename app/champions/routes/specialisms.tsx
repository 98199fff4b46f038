import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { requireOwner } from '#app/accounts/session.server.ts';
import { coveragePolicies } from '#app/champions/coverage-content.server.ts';
import { isActiveChampion } from '#app/champions/champions.server.ts';
import { saySpecialisms, specialismsOf } from '#app/champions/said-specialisms.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/field.tsx';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'What you know well · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireOwner(args);
  const said = (await specialismsOf([viewer.id])).get(viewer.id) ?? [];
  const all = coveragePolicies().specialisms;
  return {
    isChampion: await isActiveChampion(viewer.id),
    specialisms: all.map(({ key, words }) => ({ key, words, said: said.includes(key) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOwner(args);
  if (!(await isActiveChampion(viewer.id))) return redirect(paths.specialisms());
  const form = await formIn(args.request);
  const keys = coveragePolicies()
    .specialisms.map(({ key }) => key)
    .filter((key) => form.getAll('knows').includes(key));
  await saySpecialisms(viewer.id, keys, Date.now());
  return redirectSaying(paths.specialisms(), 'Thank you. It helps others to find you.');
}

export default function Specialisms() {
  const { isChampion, specialisms } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        above={<Up to={paths.champions()}>Champions</Up>}
        title="What you know well"
        lead="Nobody checks it and nobody ranks it. It shows others whom to ask, and the guild where it is thin."
      />
      {isChampion && specialisms.length > 0 ? (
        <Card aria-label="What you know well" className="max-w-2xl">
          <Form method="post" className="space-y-3">
            {specialisms.map(({ key, words, said }) => (
              <Checkbox key={key} label={words} name="knows" value={key} defaultChecked={said} />
            ))}
            <Button weight="primary">Save</Button>
          </Form>
        </Card>
      ) : (
        <Empty
          title={isChampion ? 'Nothing is named here yet' : 'This is for champions'}
          actions={<ButtonLink to={paths.champions()}>To the champions</ButtonLink>}
        >
          <p>
            {isChampion
              ? 'An organiser names the specialisms this organisation looks for in content/coverage.json.'
              : 'Once you are an active champion, you can say here what others may ask you about.'}
          </p>
        </Empty>
      )}
    </>
  );
}
