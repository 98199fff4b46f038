import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';

/** Off the agenda: back to the proposals; a part of the template that nobody filled is no proposal. */
export function TakeBack({ item }: { item: { id: string; title: string; placeholder: boolean } }) {
  const to = item.placeholder ? paths.agendaItemWithdrawal(item.id) : paths.agendaItemPlaceRemoval(item.id);
  return (
    <Form method="post" action={to} preventScrollReset>
      <Button weight="quiet" aria-label={`Take off “${item.title}”`}>
        Take off
      </Button>
    </Form>
  );
}
