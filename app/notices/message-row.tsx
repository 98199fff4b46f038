import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Moment } from '#app/ui/moment.tsx';

type Message = {
  id: string;
  kind: string;
  personId: string;
  name: string;
  madeAt: number;
  nextAt: number;
  attempts: number;
  fault: string | null;
};

/** A message as an administrator sees it: for whom, about what kind of thing, and how its delivery goes. */
export function MessageRow({ message, isDead }: { message: Message; isDead: boolean }) {
  const { id, kind, personId, name, madeAt, nextAt, attempts, fault } = message;
  const tries = attempts === 1 ? 'once' : attempts === 2 ? 'twice' : `${attempts} times`;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4">
      <div className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]" id={`message-${id}`}>
        <p>
          <span className="font-medium">{kind}</span>, for{' '}
          <Link to={paths.person(personId)} className="text-accent underline underline-offset-4">
            {name}
          </Link>
        </p>
        <p className="text-sm text-soft">
          Since <Moment at={madeAt} />
          {attempts > 0 && `, tried ${tries}`}
          {!isDead && attempts > 0 && (
            <>
              , again after <Moment at={nextAt} />
            </>
          )}
        </p>
        {fault && <p className="mt-1 text-sm">What came back: “{fault}”</p>}
      </div>
      {isDead && (
        <div className="flex flex-wrap gap-2">
          <Form method="post" action={paths.messageRetry(id)}>
            <Button aria-describedby={`message-${id}`}>Try again</Button>
          </Form>
          <Form method="post" action={paths.messageDropping(id)}>
            <Button weight="quiet" aria-describedby={`message-${id}`}>
              Let it go
            </Button>
          </Form>
        </div>
      )}
    </li>
  );
}
