import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { formIn } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { scopedSection } from '#app/postmortems/scoped.server.ts';
import { SectionForm } from '#app/postmortems/section-form.tsx';
import { render } from '#app/ui/markdown.server.ts';
import { Prose } from '#app/ui/markdown.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Preview · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem, section } = await scopedSection(args);
  return { postmortem: { id: postmortem.id, title: postmortem.title }, section };
}

/** Shows what a text will look like; saves nothing. */
export async function action(args: ActionFunctionArgs) {
  await scopedSection(args);
  const form = await formIn(args.request);
  const markdown = String(form.get('markdown') ?? '').slice(0, 1_000_000);
  return { html: render(markdown), markdown, version: Number(form.get('version')) || 0 };
}

export default function SectionPreview() {
  const { postmortem, section } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  // The version is that of the text being edited, not of what somebody may have saved meanwhile.
  const edited = shown ? { ...section, version: shown.version } : section;
  return (
    <>
      <PageHead
        title={section.heading}
        above={<Up to={paths.editPostmortem(postmortem.id)}>{postmortem.title}</Up>}
        lead="A preview: nothing is saved yet."
      />
      <div className="space-y-6">
        {shown && (
          <Card aria-label="Preview">
            <Prose html={shown.html} />
          </Card>
        )}
        <Card aria-label="Your text">
          <SectionForm postmortemId={postmortem.id} section={edited} text={shown?.markdown} />
        </Card>
      </div>
    </>
  );
}
