import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { prose } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { scopedSection } from '#app/postmortems/scoped.server.ts';
import { notSent, type SectionAnswer } from '#app/postmortems/section-answer.ts';
import { SectionForm } from '#app/postmortems/section-form.tsx';
import { saveSection, sectionNamed } from '#app/postmortems/sections.server.ts';
import { Stale } from '#app/ui/stale.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.section.heading ?? 'Section'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem, section } = await scopedSection(args);
  return { postmortem: { id: postmortem.id, title: postmortem.title }, section };
}

const schema = z.object({
  markdown: prose(),
  version: z.coerce.number().int(),
  /** a script saving in the background wants data, a person who pressed the button a page */
  quietly: z.literal('yes').optional(),
});

export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem, section } = await scopedSection(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) {
    const error = form.refused.errors.markdown ?? 'That could not be read.';
    const typed = form.refused.values.markdown;
    return data<SectionAnswer>({ error, typed, stale: null, version: section.version }, { status: 422 });
  }
  const saved = await saveSection(postmortem.id, section.key, form.value, {
    byId: viewer.id,
    now: Date.now(),
  });
  if ('saved' in saved) {
    return form.value.quietly
      ? data<SectionAnswer>({ error: null, stale: null, version: saved.saved })
      : redirectSaying(
          `${paths.editPostmortem(postmortem.id)}#${encodeURIComponent(section.key)}`,
          `“${section.heading}” is saved.`,
        );
  }
  const now = await sectionNamed(postmortem.id, section.key);
  const stale = { by: now?.changedByName, theirs: now?.markdown ?? '', yours: form.value.markdown };
  return data<SectionAnswer>({ error: null, stale, version: now?.version ?? 0 }, { status: 409 });
}

/** What fails while somebody writes must not take the page, and their words, away. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData();
  try {
    return await serverAction<typeof action>();
  } catch (failure) {
    if (form.get('quietly') !== 'yes') throw failure;
    return { ...notSent(failure), stale: null, version: Number(form.get('version')) } satisfies SectionAnswer;
  }
}

export default function Section() {
  const { postmortem, section } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stale = answer?.stale ?? null;
  return (
    <>
      <PageHead title={section.heading} above={postmortem.title} />
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
