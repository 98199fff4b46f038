import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';

import { requireViewer } from '#app/accounts/session.server.ts';
import { stateWords } from '#app/action-items/action-item.ts';
import { ItemList } from '#app/action-items/item-list.tsx';
import { ownerProblem } from '#app/action-items/item-form.ts';
import { listActionItems } from '#app/action-items/list.server.ts';
import { filterSchema } from '#app/action-items/list.ts';
import { resolveOwner } from '#app/action-items/owner.server.ts';
import { SeveritySelect } from '#app/action-items/severity-select.tsx';
import { readCursor, writeCursor } from '#app/http/cursor.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/field.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';
import { SuggestingField } from '#app/ui/suggesting-field.tsx';
import { useWord } from '#app/ui/here.ts';

export const meta: MetaFunction = () => [{ title: 'Action items · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const filter = filterSchema.parse(Object.fromEntries(searchParams));
  const meant = await resolveOwner(filter.who);
  const whoProblem = 'refused' in meant ? ownerProblem(meant) : null;
  const { items, next } =
    'refused' in meant
      ? { items: [], next: null }
      : await listActionItems(viewer, filter, readCursor(searchParams.get('after')), meant.owner);
  const nextPage =
    next && `${paths.actionItems()}?${new URLSearchParams({ ...filter, after: writeCursor(next) })}`;
  return {
    items,
    filter,
    whoProblem,
    nextPage,
    continued: searchParams.has('after'),
    now: Date.now(),
  };
}

export default function ActionItems() {
  const { items, filter, whoProblem, nextPage, continued, now } = useLoaderData<typeof loader>();
  const word = useWord();
  const narrowed =
    filter.state !== 'unfinished' || filter.owner !== 'anyone' || filter.who !== '' || filter.severity !== '';
  return (
    <>
      <PageHead
        title="Action items"
        lead="Everything that came out of an incident and makes the next one less likely."
      />
      <Form method="get" className="mb-6 grid grid-cols-2 items-end gap-3 sm:grid-cols-[repeat(4,1fr)_auto]">
        <Select label="State" name="state" defaultValue={filter.state}>
          <option value="unfinished">Unfinished</option>
          {Object.entries(stateWords).map(([state, words]) => (
            <option key={state} value={state}>
              {words}
            </option>
          ))}
          <option value="all">All of them</option>
        </Select>
        <Select label="Owner" name="owner" defaultValue={filter.owner}>
          <option value="anyone">Anyone</option>
          <option value="mine">Me and my squads</option>
          <option value="me">Me</option>
          <option value="my-squads">My squads</option>
          <option value="nobody">Needs an owner</option>
        </Select>
        <SuggestingField
          label="Whose"
          name="who"
          from={paths.ownerNames()}
          defaultValue={filter.who}
          error={whoProblem ?? undefined}
          placeholder="a person or a squad"
        />
        <SeveritySelect value={filter.severity} none="Any" />
        <Button className="max-sm:col-span-2">Show</Button>
      </Form>
      {items.length > 0 ? (
        <ItemList items={items} now={now} caption="Action items, soonest due first" />
      ) : (
        <Empty
          title={
            continued
              ? 'That was all of them'
              : narrowed
                ? 'Nothing fits these choices'
                : 'Nothing is waiting'
          }
        >
          {narrowed ? (
            <Link to={paths.actionItems()} className="text-accent underline underline-offset-4">
              Show everything unfinished
            </Link>
          ) : (
            <p>
              Action items are written in {word.a}. Each gets an owner and a date, and closes when somebody
              else has seen that the fix works.
            </p>
          )}
        </Empty>
      )}
      <NextPage to={nextPage}>The next 50</NextPage>
    </>
  );
}
