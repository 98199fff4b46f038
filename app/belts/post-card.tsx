import { Form } from '@remix-run/react';

import type { PostState } from '#app/channels/post.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

const words: Record<PostState, string> = {
  'not-asked':
    'Nobody is told unless you like. A line with your name and the belt can go to the guild’s channels.',
  waiting: 'It goes out in a minute. Until then you can take it back.',
  'under-way': 'It is on its way. A chat may take a while to answer.',
  posted: 'The guild’s channels know.',
  failed: 'No channel took it. Nothing was posted, as far as we know.',
};

/** Telling the guild about one's promotion, or not. */
export function PostCard({ id, state }: { id: string; state: PostState }) {
  return (
    <Card aria-labelledby="post">
      <h2 id="post" className="font-serif text-xl font-semibold">
        Tell the guild?
      </h2>
      <p className="mt-2 text-soft">{words[state]}</p>
      {(state === 'not-asked' || state === 'failed') && (
        <Form method="post" action={paths.promotionPost(id)} className="mt-4">
          <Button>{state === 'failed' ? 'Try again' : 'Tell the guild’s channels'}</Button>
        </Form>
      )}
      {state === 'waiting' && (
        <Form method="post" action={paths.promotionPost(id)} className="mt-4">
          <input type="hidden" name="undo" value="yes" />
          <Button>Take it back</Button>
        </Form>
      )}
    </Card>
  );
}
