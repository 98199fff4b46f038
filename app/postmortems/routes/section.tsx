import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { scopedSection } from '#app/postmortems/scoped.server.ts';
import { SectionForm } from '#app/postmortems/section-form.tsx';
import { answerToSave } from '#app/postmortems/section-saving.server.ts';
import { Stale } from '#app/ui/stale.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.section.heading ?? 'Section'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem, section } = await scopedSection(args);
  return { postmortem: { id: postmortem.id, title: postmortem.title }, section };
}

/** Saves for a person who pressed the button; scripts have a URL of their own. */
export async function action(args: ActionFunctionArgs) {
  const scope = await scopedSection(args);
  const { answer, status } = await answerToSave(scope, args.request, Date.now());
  if (status !== 200) return data(answer, { status });
  const { postmortem, section } = scope;
  const back = `${paths.editPostmortem(postmortem.id)}#${encodeURIComponent(section.key)}`;
  return redirectSaying(back, `“${section.heading}” is saved.`);
}

export default function Section() {
  const { postmortem, section } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stale = answer?.stale ?? null;
  return (
    <>
      <PageHead
        title={section.heading}
        above={<Up to={paths.editPostmortem(postmortem.id)}>{postmortem.title}</Up>}
      />
      {answer?.error && <Callout tone="alert">{answer.error}</Callout>}
      {stale && (
        <Stale by={stale.by} pairs={[{ name: section.heading, theirs: stale.theirs, yours: stale.yours }]} />
      )}
      <Card>
        <SectionForm
          postmortemId={postmortem.id}
          section={stale && answer ? { ...section, version: answer.version } : section}
          text={stale?.yours ?? answer?.typed}
        />
      </Card>
    </>
  );
}
