import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Moment } from '#app/ui/moment.tsx';

import { announceableWords, isAnnounceable, type State, stateWords, type Words } from './announcement.ts';

const tones: Record<State, Tone> = { waiting: 'accent', sent: 'good', dropped: 'plain', dead: 'alert' };

type Props = {
  announcement: {
    id: string;
    kind: string;
    state: State;
    madeAt: number;
    attempts: number;
    nextAt: number;
    sentAt: number | null;
    fault: string | null;
    channel: string;
    isRemoved: boolean;
    words: Pick<Words, 'title' | 'path'> | null;
  };
};

/** What a channel was told, or is to be: what it says now, how it goes, and what can be done where it failed. */
export function AnnouncementRow({ announcement }: Props) {
  const { id, kind, state, madeAt, attempts, nextAt, sentAt, fault, channel, isRemoved, words } =
    announcement;
  const times = attempts === 1 ? 'once' : attempts === 2 ? 'twice' : `${attempts} times`;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4">
      <div className="min-w-0 flex-1 basis-72 wrap-anywhere" id={`announcement-${id}`}>
        <p>
          <Badge tone={tones[state]}>{stateWords[state]}</Badge>{' '}
          {words ? (
            <Link to={words.path} className="text-accent underline underline-offset-4">
              {words.title}
            </Link>
          ) : (
            <span className="text-soft">Something that is not for everyone any more</span>
          )}
        </p>
        <p className="mt-1 text-sm text-soft">
          {isAnnounceable(kind) ? announceableWords[kind] : kind}, {channel}
          {isRemoved && ' (removed)'} ·{' '}
          {sentAt !== null ? (
            <>
              told <Moment at={sentAt} />
            </>
          ) : (
            <>
              since <Moment at={madeAt} />
              {attempts > 0 && `, tried ${times}`}
              {state === 'waiting' && attempts > 0 && (
                <>
                  , again after <Moment at={nextAt} />
                </>
              )}
            </>
          )}
        </p>
        {fault && state !== 'sent' && <p className="mt-1 text-sm">{fault}</p>}
      </div>
      {state === 'dead' && !isRemoved && (
        <div className="flex flex-wrap gap-2">
          <Form method="post" action={paths.announcementRetry(id)}>
            <Button aria-describedby={`announcement-${id}`}>Try again</Button>
          </Form>
          <Form method="post" action={paths.announcementDropping(id)}>
            <Button weight="quiet" aria-describedby={`announcement-${id}`}>
              Let it go
            </Button>
          </Form>
        </div>
      )}
    </li>
  );
}
