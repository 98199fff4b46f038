import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { PageHead } from '#app/ui/page.tsx';

const words: Record<number, { title: string; text: string }> = {
  403: {
    title: 'This is for somebody with another role',
    text: 'Your account may not open this page. If you need it for your work, ask an administrator.',
  },
  404: {
    title: 'There is nothing here for you',
    text: 'Either nothing has this address, or it is not shared with you. If somebody sent you here, ask them to add you.',
  },
  413: { title: 'That is too large', text: 'Send a smaller file, or paste the part that matters.' },
  429: { title: 'That was a little fast', text: 'Wait a minute, then try again.' },
};

/** Answers about one thing, which say more than their number. */
const reasons: Record<string, { title: string; text: string }> = {
  published: {
    title: 'It is published',
    text: 'What is published stays as it is. Reopen it on its page to change it, then publish it again.',
  },
  'not-yours': {
    title: 'You may read this, and not change it',
    text: 'Only the people who work on it can do that. Ask its author to add you.',
  },
  'no-lesson': {
    title: 'This page is not in the curriculum',
    text: 'The curriculum changes now and then: the lesson may have been renamed, or taken out. What you have read and passed stays yours.',
  },
};

/** The page for an answer that isn't the one hoped for. It says nothing of what happened inside. */
export function Problem({
  status,
  why,
  requestId,
}: {
  status: number;
  why?: string;
  requestId?: string | undefined;
}) {
  const { title, text } = reasons[why ?? ''] ??
    words[status] ?? {
      title: 'Something went wrong on our side',
      text: 'Nothing that was saved before is lost. Try again; if it stays so, tell whoever runs this installation.',
    };
  return (
    <>
      <title>{`${title} · Guildhall`}</title>
      <PageHead title={title} lead={text} />
      {status >= 500 && requestId && (
        <p className="text-soft">They can find this moment in the log by: {requestId}</p>
      )}
      <p>
        <Link to={paths.home()} className="text-accent underline underline-offset-4">
          Go to the start page
        </Link>
      </p>
    </>
  );
}
