import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

type Person = { id: string; name: string; left: string | null | 0 };

/** What an administrator can do about a person's way in. */
export function PersonAccess({ person, isOneself }: { person: Person; isOneself: boolean }) {
  return (
    <Card aria-labelledby="access">
      <h2 id="access" className="mb-3 font-serif text-xl font-semibold">
        Way in
      </h2>
      {person.left ? (
        <Form method="post" action={paths.personDeactivation(person.id)} className="space-y-3">
          <p className="text-soft">Opening the account brings its password and its roles back.</p>
          <input type="hidden" name="undo" value="yes" />
          <Button>Open the account again</Button>
        </Form>
      ) : (
        <div className="space-y-4">
          <p className="text-soft">
            {isOneself
              ? 'This is your own account: another administrator can deactivate it.'
              : `Deactivating signs ${person.name} out everywhere and keeps what they did. It can be taken back.`}
          </p>
          <div className="flex flex-wrap gap-2">
            <ButtonLink to={paths.personPasswordReset(person.id)}>Reset the password</ButtonLink>
            {!isOneself && (
              <Form method="post" action={paths.personDeactivation(person.id)}>
                <Button>Deactivate the account</Button>
              </Form>
            )}
          </div>
        </div>
      )}
    </Card>
  );
}
