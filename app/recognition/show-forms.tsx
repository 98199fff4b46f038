import { Form } from '@remix-run/react';

import type { PostState } from '#app/channels/post.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';

import type { ShowState } from './post.ts';
import type { Shown } from './showing.ts';

const postWords: Record<PostState, string> = {
  'not-asked': '',
  waiting: 'Goes to the guild’s channels in a minute.',
  'under-way': 'On its way to the guild’s channels.',
  posted: 'The guild’s channels know.',
  failed: 'No channel took it.',
};

/** Whether something of one's own is seen, and the buttons that change it. `name` tells apart buttons of the same words. */
export function ShowForms({ what, state, name }: { what: Shown; state: ShowState; name: string }) {
  const { showing } = state;
  const about = <span className="sr-only">: {name}</span>;
  if (!showing)
    return (
      <Form
        method="post"
        action={paths.showings()}
        preventScrollReset
        className="flex flex-wrap items-center gap-3"
      >
        <input type="hidden" name="kind" value={what.kind} />
        <input type="hidden" name="subject" value={what.subject} />
        <Badge>Seen by you alone</Badge>
        <Button>Show it on the wall{about}</Button>
      </Form>
    );
  const { id, post } = showing;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Badge tone="accent">On the wall</Badge>
      <Form method="post" action={paths.showingEnding(id)} preventScrollReset>
        <Button>Take it off{about}</Button>
      </Form>
      {(post === 'not-asked' || post === 'failed') && (
        <Form method="post" action={paths.showingPost(id)} preventScrollReset>
          <Button weight="quiet">
            {post === 'failed' ? 'Try the channels again' : 'Say it in the channels, too'}
            {about}
          </Button>
        </Form>
      )}
      {post === 'waiting' && (
        <Form method="post" action={paths.showingPost(id)} preventScrollReset>
          <input type="hidden" name="undo" value="yes" />
          <Button weight="quiet">Rather not post it{about}</Button>
        </Form>
      )}
      {post && post !== 'not-asked' && <span className="text-sm text-soft">{postWords[post]}</span>}
    </div>
  );
}
