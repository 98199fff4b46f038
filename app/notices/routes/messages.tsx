import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isMailSent } from '#app/hall/mailing.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { kindForOthers } from '#app/notices/kinds.ts';
import { MessageRow } from '#app/notices/message-row.tsx';
import { messagesPage, type Pile, piles } from '#app/notices/messages.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Mail · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-messages');
  const { searchParams } = new URL(args.request.url);
  const counted = await piles();
  const pile: Pile = searchParams.get('pile') === 'dead' ? 'dead' : 'waiting';
  const { messages, next } = await messagesPage(pile, readCursor(searchParams.get('after')));
  return {
    ...counted,
    pile,
    isMailSent: isMailSent(),
    next: next && `${paths.messages(pile)}&after=${encodeURIComponent(next)}`,
    messages: messages.map((message) => ({ ...message, kind: kindForOthers(message.kind) })),
  };
}

export default function Messages() {
  const { pile, waiting, dead, since, messages, next, isMailSent: sent } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Mail"
        lead="What is on its way to people, and what did not arrive. What a message says is between Guildhall and whom it is for, and stands nowhere here."
        actions={
          pile === 'dead' &&
          dead > 1 && (
            <Form method="post" action={paths.messageRetries()}>
              <Button>Try all again</Button>
            </Form>
          )
        }
      />
      {!sent && (
        <div className="mb-6 max-w-3xl">
          <Callout tone="warn" title="No mail is sent: there is no mail server">
            <p>
              Set <code>SMTP_URL</code> and <code>MAIL_FROM</code> and start Guildhall anew. Messages wait
              until then; what people have read here by that time is not sent any more.
            </p>
          </Callout>
        </div>
      )}
      <nav aria-label="Messages" className="mb-6 flex flex-wrap gap-x-6 gap-y-2 border-b border-line">
        <PileLink to={paths.messages('waiting')} here={pile === 'waiting'}>
          Waiting ({waiting})
        </PileLink>
        <PileLink to={paths.messages('dead')} here={pile === 'dead'}>
          Not delivered ({dead})
        </PileLink>
      </nav>
      {pile === 'waiting' && since !== null && (
        <p className="mb-4 text-soft">
          The oldest waits since <Moment at={since} />.
        </p>
      )}
      {messages.length === 0 ? (
        <Nothing pile={pile} />
      ) : (
        <ul className="max-w-4xl divide-y divide-line rounded-lg border border-line bg-surface">
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} isDead={pile === 'dead'} />
          ))}
        </ul>
      )}
      <NextPage to={next}>More messages</NextPage>
    </>
  );
}

function PileLink({ to, here, children }: { to: string; here: boolean; children: React.ReactNode }) {
  return (
    <Link
      to={to}
      aria-current={here ? 'page' : undefined}
      className="-mb-px border-b-2 border-transparent py-2 text-soft hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
    >
      {children}
    </Link>
  );
}

function Nothing({ pile }: { pile: Pile }) {
  return pile === 'waiting' ? (
    <Empty title="Nothing waits">
      <p>A message stands here from the moment something happens until the mail server has taken it.</p>
    </Empty>
  ) : (
    <Empty title="All mail was taken">
      <p>
        A message that a mail server refuses for good, or has not taken after a good half day of trying,
        stands here until you see to it.
      </p>
    </Empty>
  );
}
