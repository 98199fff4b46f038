import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { z } from 'zod';

import { requireViewer } from '#app/accounts/session.server.ts';
import { possible } from '#app/action-items/action-item.ts';
import { stepsOf, visibleActionItem } from '#app/action-items/action-items.server.ts';
import { Due, OwnerName, SeverityBadge, StateBadge } from '#app/action-items/item-badges.tsx';
import { ItemFields } from '#app/action-items/item-fields.tsx';
import { itemSchema, ownerProblem, UNSEEN } from '#app/action-items/item-form.ts';
import { ownerAsTyped, resolveOwner } from '#app/action-items/owner.server.ts';
import { ownerOf } from '#app/action-items/owner.ts';
import { StepForms } from '#app/action-items/step-forms.tsx';
import { standing } from '#app/action-items/steps.server.ts';
import { StepHistory } from '#app/action-items/step-history.tsx';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { rewriteMeetingAction } from '#app/meetings/actions.server.ts';
import { paths } from '#app/paths.ts';
import { rewriteAction } from '#app/postmortems/actions.server.ts';
import { willSee } from '#app/postmortems/involvement.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.item.statement.slice(0, 60) ?? 'Action item'} · Guildhall` },
];

async function found(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const row = await visibleActionItem(viewer, args.params.id ?? '');
  if (!row) throw data(null, { status: 404 });
  return { viewer, ...row };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, item, workable, ...names } = await found(args);
  const [steps, now] = await Promise.all([stepsOf(item.id), standing(item)]);
  const offered = possible(now, viewer.id).filter((step) => workable || step === 'verified');
  const owner = ownerAsTyped(names);
  return { item, workable, ...names, owner, steps, offered, now: Date.now() };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, item, workable, postmortemTitle, meetingTitle, ...names } = await found(args);
  if (!workable) throw data(null, { status: 403 });
  const form = await readForm(args.request, itemSchema.extend({ version: z.coerce.number().int() }));
  if ('refused' in form) return data({ refused: form.refused, stale: null }, { status: 422 });
  const { owner, version, ...fields } = form.value;
  const refuse = (error: string) =>
    data(
      { refused: { errors: { owner: error }, values: typedAgain({ ...fields, owner }) }, stale: null },
      { status: 422 },
    );
  // Left as it was, it stays: also an owner who has left, whom nobody could name anew.
  const kept = owner !== '' && owner === ownerAsTyped(names);
  const resolved = kept ? { owner: ownerOf(item) } : await resolveOwner(owner);
  if ('refused' in resolved) return refuse(ownerProblem(resolved));
  const person = !kept && resolved.owner && 'personId' in resolved.owner ? resolved.owner.personId : null;
  // What a meeting adds is for everyone.
  if (person && item.postmortemId && !(await willSee(item.postmortemId, person))) return refuse(UNSEEN);
  const draft = { ...fields, owner: resolved.owner };
  const { audienceId } = item;
  const saved = item.postmortemId
    ? await rewriteAction(
        { id: item.postmortemId, title: postmortemTitle ?? '', audienceId },
        item.id,
        version,
        draft,
        viewer,
        Date.now(),
      )
    : await rewriteMeetingAction(
        { id: item.meetingId ?? '', title: meetingTitle ?? '', audienceId },
        item.id,
        version,
        draft,
        viewer,
        Date.now(),
      );
  if ('refused' in saved) {
    const values = typedAgain({ ...fields, owner });
    const stale = (Object.keys(spoken) as (keyof typeof spoken)[]).map((name) => ({
      name: spoken[name],
      theirs: String(saved.now?.[name] ?? ''),
      yours: values[name] ?? '',
    }));
    return data({ refused: { errors: {}, values }, stale }, { status: 409 });
  }
  return redirectSaying(paths.actionItem(item.id), 'Saved.');
}

const spoken = {
  statement: 'What changes',
  severity: 'Severity',
  dueOn: 'Due on',
  kind: 'Kind',
  ticket: 'Ticket',
  sprint: 'Sprint',
} as const;

export default function ActionItem() {
  const { item, workable, postmortemTitle, meetingTitle, owner, steps, offered, now, ...names } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={
          <>
            Action item of{' '}
            <Link
              to={
                item.postmortemId ? paths.postmortem(item.postmortemId) : paths.meeting(item.meetingId ?? '')
              }
              className="text-accent underline underline-offset-4"
            >
              {postmortemTitle ?? meetingTitle}
            </Link>
          </>
        }
        title={item.statement}
      />
      <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="space-y-6">
          <Card aria-label="Where it stands">
            <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
              <Fact name="State" value={<StateBadge state={item.state} />} />
              <Fact name="Owner" value={<OwnerName {...names} ownerWritten={item.ownerWritten} />} />
              <Fact name="Severity" value={<SeverityBadge severity={item.severity} />} />
              <Fact name="Due" value={<Due item={item} now={now} />} />
              {item.kind && <Fact name="Kind" value={item.kind[0]!.toUpperCase() + item.kind.slice(1)} />}
              {item.ticket && <Fact name="Ticket" value={item.ticket} />}
              {item.sprint && <Fact name="Sprint" value={item.sprint} />}
            </dl>
          </Card>
          {workable && (
            <Card aria-labelledby="change">
              <details open={answer !== undefined}>
                <summary id="change" className="font-semibold">
                  Change what it says
                </summary>
                <Form method="post" className="mt-4 space-y-4" key={item.version}>
                  {answer?.stale && <Stale pairs={answer.stale} />}
                  <input type="hidden" name="version" value={item.version} />
                  <ItemFields values={{ ...item, owner }} refused={answer?.refused} />
                  <Button weight="primary">Save</Button>
                </Form>
              </details>
            </Card>
          )}
          <StepHistory steps={steps} />
        </div>
        {offered.length > 0 && (
          <aside>
            <Card aria-label="What happens next">
              <StepForms id={item.id} steps={offered} />
            </Card>
          </aside>
        )}
      </div>
    </>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-soft">{name}</dt>
      <dd className="mt-0.5 [overflow-wrap:anywhere]">{value}</dd>
    </div>
  );
}
