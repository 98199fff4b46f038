import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { newFormId } from '#app/http/form-id.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { sizesOf } from '#app/recognition/reward.ts';
import { stockSchema } from '#app/recognition/reward-form.ts';
import { rewardNamed } from '#app/recognition/rewards.server.ts';
import { ShelfTable, StockHistory } from '#app/recognition/shelf-table.tsx';
import { StockFields } from '#app/recognition/stock-fields.tsx';
import { changeStock, shelfOf, stockHistory } from '#app/recognition/stock.server.ts';
import { NextPage } from '#app/ui/next-page.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `The shelf: ${page?.reward.name ?? ''} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-recognition');
  const reward = rewardNamed(args.params.key!);
  if (!reward) throw data(null, { status: 404 });
  const after = readCursor(new URL(args.request.url).searchParams.get('after'));
  const [shelf, history] = await Promise.all([shelfOf(reward.key), stockHistory(reward.key, after)]);
  const offered = sizesOf(reward);
  const empty = { came: 0, held: 0, shipped: 0, left: 0 };
  return {
    id: newFormId(args),
    reward: { key: reward.key, name: reward.name },
    // A size that is not offered any more stands below, as long as something of it is told.
    shelf: [...new Set([...offered, ...shelf.keys()])].map((size) => shelf.get(size) ?? { size, ...empty }),
    ...history,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-recognition');
  const reward = rewardNamed(args.params.key!);
  if (!reward) throw data(null, { status: 404 });
  const read = await readForm(args.request, stockSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const refuse = (errors: { size?: string; change?: string }) =>
    data({ errors, values: typedAgain(read.value) }, { status: 422 });
  const { size } = read.value;
  if (!sizesOf(reward).includes(size) && !(await shelfOf(reward.key)).has(size))
    return refuse({ size: 'Choose one of the sizes.' });
  const changed = await changeStock(viewer, reward.key, read.value, Date.now());
  if ('refused' in changed)
    return refuse({
      change: `${changed.left} of them are free to be taken off. What is held for somebody is declined or sent first.`,
    });
  return redirectSaying(paths.rewardStock(reward.key), 'The shelf is up to date.');
}

export default function RewardStock() {
  const { id, reward, shelf, changes, next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.rewards()}>Rewards</Up>}
        title={`The shelf: ${reward.name}`}
        lead="What came, what went out, what is put aside, and what is left to ask for."
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <ShelfTable shelf={shelf} />
        <Card aria-labelledby="change">
          <h2 id="change" className="mb-3 font-serif text-xl font-semibold">
            Something came, or is gone
          </h2>
          <StockFields key={id} id={id} sizes={shelf.map(({ size }) => size)} refused={refused} />
        </Card>
      </div>
      <StockHistory changes={changes} />
      <NextPage to={next && `${paths.rewardStock(reward.key)}?after=${next}`}>What was before</NextPage>
    </>
  );
}
