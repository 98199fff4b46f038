import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { organisation } from '#app/accounts/organisation.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { draftFrom } from '#app/postmortems/drafting.server.ts';
import { SeveritySelect } from '#app/action-items/severity-select.tsx';
import { beginningSchema } from '#app/postmortems/facts.ts';
import { templateNamed, templates } from '#app/postmortems/template.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox, TextField } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';
import { useWord } from '#app/ui/here.ts';

export const meta: MetaFunction = () => [{ title: 'Start one · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'write-postmortems');
  const here = await organisation();
  return {
    timezone: here?.timezone ?? 'UTC',
    templates: templates().map(({ slug, name, about, sections }) => ({
      slug,
      name,
      about,
      headings: sections.map(({ heading }) => heading),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'write-postmortems');
  const form = await readForm(args.request, beginningSchema);
  if ('refused' in form) return data({ refused: form.refused }, { status: 422 });
  const { template: slug, private: isPrivate, ...facts } = form.value;
  const template = templateNamed(slug);
  if (!template) {
    const refused = {
      errors: { template: 'Choose a template from the list.' },
      values: typedAgain(form.value),
    };
    return data({ refused }, { status: 422 });
  }
  const reach = isPrivate ? 'private' : 'everyone';
  const id = await draftFrom(template, { ...facts, reach }, { byId: viewer.id, now: Date.now() });
  return redirectSaying(paths.editPostmortem(id), 'Here it is. Only you see it until you add somebody.');
}

export default function NewPostmortem() {
  const { templates: offered, timezone } = useLoaderData<typeof loader>();
  const word = useWord();
  const refused = useActionData<typeof action>()?.refused;
  const typed = (name: string) => (refused?.values as Record<string, string> | undefined)?.[name];
  const errors = refused?.errors as Record<string, string> | undefined;
  const chosen = typed('template') ?? offered[0]?.slug;
  return (
    <>
      <PageHead
        title={`Start ${word.a}`}
        lead={
          <>
            You already have one as a document?{' '}
            <Link to={paths.importPostmortem()} className="text-accent underline underline-offset-4">
              Bring it in
            </Link>
          </>
        }
      />
      <Form method="post" className="max-w-3xl space-y-6">
        <Card className="space-y-4">
          <TextField
            label="What happened, in a few words"
            name="title"
            required
            maxLength={300}
            defaultValue={typed('title')}
            error={errors?.title}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <SeveritySelect
              none="Not judged yet"
              help="If unsure, take the higher"
              value={typed('severity') ?? ''}
              error={errors?.severity}
            />
            <TextField
              label="Time zone of its times"
              name="timezone"
              defaultValue={typed('timezone') ?? timezone}
              error={errors?.timezone}
            />
          </div>
          <Checkbox
            label="Private: only the people I name may ever see it"
            name="private"
            value="yes"
            defaultChecked={typed('private') === 'yes'}
          />
        </Card>
        <fieldset>
          <legend className="mb-3 font-serif text-xl font-semibold">Template</legend>
          {errors?.template && <p className="mb-2 text-sm font-medium text-alert">{errors.template}</p>}
          <div className="grid gap-3 sm:grid-cols-2">
            {offered.map(({ slug, name, about, headings }) => (
              <label
                key={slug}
                className="flex cursor-pointer gap-3 rounded-lg border border-line bg-surface p-4 has-checked:border-accent has-checked:bg-accent-wash"
              >
                <input
                  type="radio"
                  name="template"
                  value={slug}
                  defaultChecked={slug === chosen}
                  className="mt-1 size-4 accent-accent"
                />
                <span>
                  <span className="font-semibold">{name}</span>
                  <span className="block text-sm text-soft">{about}</span>
                  <span className="mt-1 block text-sm">{headings.join(' · ')}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <Button weight="primary">Start writing</Button>
      </Form>
    </>
  );
}
