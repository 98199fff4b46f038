import { Form } from '@remix-run/react';

import { ItemFields } from '#app/action-items/item-fields.tsx';
import { ItemList, type Listed } from '#app/action-items/item-list.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';

type Props = { postmortemId: string; items: Listed[]; now: number };

/** The action items of a postmortem being written, and a form for the next. */
export function ActionsCard({ postmortemId, items, now }: Props) {
  return (
    <>
      {items.length > 0 && <ItemList items={items} now={now} caption="Action items" />}
      <details className="mt-4" open={items.length === 0}>
        <summary className="text-sm text-accent">Add an action item</summary>
        <Form
          method="post"
          action={paths.postmortemActions(postmortemId)}
          className="mt-3 space-y-4"
          key={items.length}
        >
          <ItemFields />
          <Button>Add</Button>
        </Form>
      </details>
    </>
  );
}
