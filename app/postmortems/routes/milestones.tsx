import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { milestoneKinds, milestoneWords } from '#app/postmortems/milestone.ts';
import { milestonesOf, milestonesVersion, saveMilestones } from '#app/postmortems/milestones.server.ts';
import { momentShape } from '#app/postmortems/moment-fields.ts';
import { momentOf, momentValues } from '#app/postmortems/moment-values.ts';
import { scopedToEdit } from '#app/postmortems/scoped.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction = () => [{ title: 'Milestones · Guildhall' }];

const names = ['day', 'time', 'zone', 'written'] as const;
const schema = z
  .object(
    Object.fromEntries(
      milestoneKinds.flatMap((kind) => names.map((name) => [`${kind}.${name}`, momentShape[name]] as const)),
    ),
  )
  .extend({ seen: z.coerce.number().int() });

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scopedToEdit(args);
  const held = await milestonesOf(postmortem.id);
  const rows = milestoneKinds.map((kind) => {
    const milestone = held.find((one) => one.kind === kind);
    return { kind, values: momentValues(milestone ?? { at: null, zone: null, written: '' }) };
  });
  return { postmortem, rows, seen: await milestonesVersion(postmortem.id) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem } = await scopedToEdit(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) return data({ refused: form.refused, stale: null }, { status: 422 });
  const said = typedAgain(form.value);
  const given = milestoneKinds.map((kind) => {
    const [day, time, zone, written] = names.map((name) => said[`${kind}.${name}`] ?? '');
    return { kind, ...momentOf({ day: day!, time: time!, zone: zone!, written: written! }) };
  });
  const by = { byId: viewer.id, now: Date.now(), timezone: postmortem.timezone };
  const saved = await saveMilestones(postmortem.id, Number(said.seen), given, by);
  if ('refused' in saved) {
    const held = await milestonesOf(postmortem.id);
    const told = (one: { at: string | null; written: string; zone: string | null } | undefined) =>
      one ? [one.at?.replace('T', ' ') ?? one.written, one.zone].filter(Boolean).join(' ') : '';
    const stale = given.map((yours) => ({
      name: milestoneWords[yours.kind],
      theirs: told(held.find(({ kind }) => kind === yours.kind)),
      yours: told(yours),
    }));
    return data({ refused: { errors: {}, values: said }, stale }, { status: 409 });
  }
  return redirectSaying(
    `${paths.editPostmortem(postmortem.id)}#milestones`,
    'Saved. What was held before is kept too.',
  );
}

export default function Milestones() {
  const { postmortem, rows, seen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Milestones"
        above={<Up to={paths.editPostmortem(postmortem.id)}>{postmortem.title}</Up>}
        lead="The moments that measures are taken from. Leave empty what nobody knows: unknown is an honest answer."
      />
      {answer?.stale && <Stale pairs={answer.stale} />}
      <Card>
        <Form method="post" className="space-y-6" key={seen}>
          <input type="hidden" name="seen" value={seen} />
          {rows.map(({ kind, values }) => {
            const field = (name: (typeof names)[number]) => ({
              name: `${kind}.${name}`,
              defaultValue:
                (answer?.refused.values as Record<string, string> | undefined)?.[`${kind}.${name}`] ??
                values[name],
              error: (answer?.refused.errors as Record<string, string> | undefined)?.[`${kind}.${name}`],
            });
            return (
              <fieldset key={kind} className="grid gap-4 min-[23rem]:grid-cols-2 sm:grid-cols-4">
                <legend className="mb-2 font-semibold">{milestoneWords[kind]}</legend>
                <TextField label="Day" type="date" {...field('day')} />
                <TextField label="Time" type="time" {...field('time')} />
                <TextField label="Zone" {...field('zone')} placeholder={postmortem.timezone ?? ''} />
                <TextField label="Or in words" {...field('written')} />
              </fieldset>
            );
          })}
          <Button weight="primary">Save</Button>
        </Form>
      </Card>
    </>
  );
}
