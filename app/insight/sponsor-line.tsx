import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';

/** For who gets the report by mail: that they do, and the way to end it. */
export function SponsorLine({ id }: { id: string | null }) {
  if (id === null) return null;
  return (
    <div className="no-print mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border-l-4 border-line-strong bg-sunken px-4 py-2">
      <p>You get these figures by mail on the first of each month.</p>
      <Form method="post" action={paths.sponsorEnding(id)}>
        <Button weight="quiet">Send me no more of them</Button>
      </Form>
    </div>
  );
}
