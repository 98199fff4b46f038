import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { newFormId } from '#app/http/form-id.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { askFor } from '#app/recognition/asking.server.ts';
import { notYetWords } from '#app/recognition/not-yet-words.ts';
import { RequestFields } from '#app/recognition/request-fields.tsx';
import { RewardDrawing } from '#app/recognition/reward-drawing.tsx';
import { requestRefusals, requestSchema } from '#app/recognition/reward-form.ts';
import { rewardPage } from '#app/recognition/reward-requests.server.ts';
import { rewardNamed } from '#app/recognition/rewards.server.ts';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.page.reward.name ?? 'A reward'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const page = await rewardPage(viewer, args.params.key!, Date.now());
  if (!page) throw data(null, { status: 404 });
  return { page, id: newFormId(args), zone: await zoneHere() };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const reward = rewardNamed(args.params.key!);
  if (!reward) throw data(null, { status: 404 });
  const read = await readForm(args.request, requestSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const asked = await askFor(viewer, reward, read.value, Date.now());
  if ('refused' in asked) {
    if (asked.refused === 'left') throw data(null, { status: 403 });
    return data(
      { errors: requestRefusals[asked.refused], values: typedAgain(read.value) },
      { status: asked.refused === 'none-left' ? 409 : 422 },
    );
  }
  return redirectSaying(paths.rewardRequest(asked.id), {
    text: 'Asked for, and one is put aside for you. An organiser looks at it.',
    undo: { action: paths.rewardWithdrawal(asked.id), label: 'Withdraw it' },
  });
}

export default function RewardPage() {
  const { page, id, zone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { reward, notYet } = page;
  return (
    <>
      <PageHead above={<Up to={paths.rewards()}>Rewards</Up>} title={reward.name} lead={reward.about} />
      <div className="grid gap-6 lg:grid-cols-[2fr_3fr] lg:items-start">
        <Card aria-label="What it is" className="text-center">
          <RewardDrawing picture={reward.picture} className="mx-auto size-40" />
          <p className="mt-3 text-soft">
            Goes with {reward.for.join(' or ')}, {reward.aYear === 1 ? 'one' : `up to ${reward.aYear}`} a
            year.
          </p>
        </Card>
        {notYet === null || refused ? (
          <Card aria-label="Ask for it">
            {notYet !== null && (
              <div className="mb-4">
                <Callout tone="warn" live>
                  <p>{notYetWords[notYet]}</p>
                </Callout>
              </div>
            )}
            <RequestFields key={id} id={id} page={page} zone={zone} refused={refused} />
          </Card>
        ) : (
          <Callout title="Not yet">
            <p>{notYetWords[notYet]}</p>
          </Callout>
        )}
      </div>
    </>
  );
}
