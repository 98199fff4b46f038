import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { changeSettings, organisation } from '#app/accounts/organisation.server.ts';
import { postmortemWords, timezones } from '#app/accounts/organisation.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { line } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Settings · Guildhall' }];

const settings = z.object({
  name: line('the name of your organisation', 100),
  postmortemWord: z.enum(postmortemWords, { error: 'Choose a word from the list.' }),
  timezone: z.enum(timezones, { error: 'Choose a time zone from the list.' }),
});

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'change-settings');
  const here = await organisation();
  if (!here) throw data(null, { status: 404 });
  const { name, postmortemWord, timezone } = here;
  return { settings: { name, postmortemWord, timezone }, timezones };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'change-settings');
  const read = await readForm(args.request, settings);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const before = await organisation();
  if (!before) throw data(null, { status: 404 });
  await changeSettings(viewer, read.value, Date.now());
  const { name, postmortemWord, timezone } = before;
  return redirectSaying(paths.settings(), {
    text: 'The settings are saved.',
    undo: { action: paths.settings(), fields: { name, postmortemWord, timezone } },
  });
}

export default function Settings() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = { ...page.settings, ...refused?.values };
  return (
    <>
      <PageHead
        title="Settings"
        lead="They hold for everyone here."
        actions={<ButtonLink to={paths.channels()}>Channels</ButtonLink>}
      />
      <Card className="max-w-xl">
        <Form method="post" className="space-y-5" key={JSON.stringify(page.settings)}>
          <TextField
            label="Name of your organisation"
            name="name"
            required
            defaultValue={values.name}
            error={refused?.errors.name}
          />
          <Select
            label="What you call a postmortem"
            name="postmortemWord"
            defaultValue={values.postmortemWord}
            help="The word changes on every page; nothing else does."
            error={refused?.errors.postmortemWord}
          >
            {postmortemWords.map((word) => (
              <option key={word} value={word}>
                {word[0]!.toUpperCase() + word.slice(1)}
              </option>
            ))}
          </Select>
          <Select
            label="Time zone"
            name="timezone"
            defaultValue={values.timezone}
            help="Moments are shown in it."
            error={refused?.errors.timezone}
          >
            {page.timezones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
          <Button weight="primary">Save</Button>
        </Form>
      </Card>
    </>
  );
}
