import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

type Found = { id: string; name: string; email: string; isMember: boolean };

/** Finds a person and adds them: a search, so that it works for ten people and for thirty thousand. */
export function AddMember({
  squadId,
  search,
  found,
}: {
  squadId: string;
  search: string;
  found: Found[] | null;
}) {
  return (
    <Card aria-labelledby="add" className="space-y-4">
      <h2 id="add" className="font-serif text-xl font-semibold">
        Add somebody
      </h2>
      <search className="block">
        <Form className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              label="Name or e-mail"
              type="search"
              name="who"
              defaultValue={search}
              key={search}
              required
            />
          </div>
          <Button>Find</Button>
        </Form>
      </search>
      {found?.length === 0 && <p className="text-soft">Nobody here is found by “{search}”.</p>}
      {found && found.length > 0 && (
        <ul className="divide-y divide-line">
          {found.map(({ id, name, email, isMember }) => (
            <li key={id} className="flex items-center justify-between gap-3 py-2">
              <div className="min-w-0">
                <p className="font-medium">{name}</p>
                <p className="text-sm [overflow-wrap:anywhere] text-soft">{email}</p>
              </div>
              {isMember ? (
                <span className="text-sm text-soft">In this squad</span>
              ) : (
                <Form method="post" action={paths.squadMembers(squadId)}>
                  <Button name="person" value={id} aria-label={`Add ${name}`}>
                    Add
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
