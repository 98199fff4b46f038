import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn, readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { goalProblems, goalSchema, MOST } from '#app/recognition/goal.ts';
import { GoalCard } from '#app/recognition/goal-card.tsx';
import { goalPageOf } from '#app/recognition/goal-page.server.ts';
import { setGoal, takeGoalBack } from '#app/recognition/goal-setting.server.ts';
import { visibleSquadGoal } from '#app/recognition/goals.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Goal of ${page?.squad.name ?? 'a squad'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const page = await goalPageOf(viewer, args.params.id!, Date.now());
  if (!page) throw data(null, { status: 404 });
  const { squad, maySet, isEnough, goal, next, lastSum, suggested } = page;
  return { squad: { id: squad.id, name: squad.name }, maySet, isEnough, goal, next, lastSum, suggested };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const id = args.params.id!;
  const now = Date.now();
  if (!(await visibleSquadGoal(viewer, id, now))) throw data(null, { status: 404 });
  const undo = (await formIn(args.request.clone())).get('undo');
  if (typeof undo === 'string')
    return redirectSaying(
      paths.squadGoal(id),
      (await takeGoalBack(viewer, { squadId: id, id: undo }, now))
        ? 'It is as it was before.'
        : { text: 'It cannot be taken back any more. Set the goal anew instead.', tone: 'warn' },
    );
  const read = await readForm(args.request, goalSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const set = await setGoal(viewer, id, read.value, now);
  if (!('refused' in set))
    return redirectSaying(paths.squadGoal(id), {
      text: 'The goal is set.',
      undo: { action: paths.squadGoal(id), fields: { undo: set.id } },
    });
  if (set.refused === 'not-yours') throw data(null, { status: 403 });
  const errors: { target?: string; season?: string } = { target: goalProblems[set.refused] };
  return data({ errors, values: typedAgain(read.value) }, { status: 422 });
}

export default function Goal() {
  const { squad, maySet, isEnough, goal, next, lastSum, suggested } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const ahead = next.figures;
  return (
    <>
      <PageHead
        title="The squad’s goal"
        above={<Up to={paths.squad(squad.id)}>{squad.name}</Up>}
        lead="What you would like to gather together in a season. It is measured against nothing but what you set yourselves."
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="grid gap-6">
          <GoalCard squadId={squad.id} goal={goal} maySet={maySet} />
          {ahead?.target != null && (
            <Card aria-labelledby="next">
              <h2 id="next" className="font-serif text-xl font-semibold">
                The season after
              </h2>
              <p className="text-sm text-soft">{next.season}</p>
              <p className="mt-3">{ahead.target} points to aim for.</p>
              <p className="mt-1 text-sm text-soft">
                {ahead.setBy} {ahead.before}
              </p>
            </Card>
          )}
          <p className="text-soft">
            Only the people of this squad, those who answer for it, and organisers see this page, and no squad
            is set beside another. Each season begins at nothing, whatever the last one was.{' '}
            <Link to={paths.recognitionRules()} className="text-accent underline underline-offset-4">
              What counts, and how much
            </Link>
          </p>
        </div>
        {maySet && isEnough && (
          <Card aria-labelledby="set">
            <h2 id="set" className="mb-4 font-serif text-xl font-semibold">
              {goal.figures?.target == null ? 'Set a goal' : 'Set it anew'}
            </h2>
            <Form method="post" className="space-y-4">
              <Select
                label="For"
                name="season"
                defaultValue={refused?.values.season ?? 'this'}
                error={refused?.errors.season}
              >
                <option value="this">{goal.season}</option>
                <option value="next">{next.season}</option>
              </Select>
              <TextField
                label="Points to aim for"
                name="target"
                inputMode="numeric"
                maxLength={String(MOST).length}
                required
                defaultValue={refused?.values.target ?? String(suggested)}
                error={refused?.errors.target}
                help={
                  lastSum > 0
                    ? `Last season you gathered ${lastSum}.`
                    : 'A first goal may be modest: better to pass it than to sigh at it.'
                }
              />
              <Button weight="primary">Set the goal</Button>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}
