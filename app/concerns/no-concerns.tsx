import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/page.tsx';

import type { Pile } from './list.ts';

/** What an empty pile says. */
export function NoConcerns({ pile, continued }: { pile: Pile; continued: boolean }) {
  if (continued)
    return (
      <Empty title="That was all of them">
        <p>There is nothing older.</p>
      </Empty>
    );
  if (pile === 'with-me')
    return (
      <Empty title="Nothing waits for you">
        <p>
          A concern comes to you as champion or advocate of its squad, as one of the security team, or while
          you stand in for somebody. Then you answer it, or pass it one step up with a note.
        </p>
      </Empty>
    );
  if (pile === 'was-with-me')
    return (
      <Empty title="None was with you so far">
        <p>
          What you answered, passed on or held for somebody stays here, so that you can see how it went on.
        </p>
      </Empty>
    );
  return (
    <Empty
      title="You have raised none so far"
      actions={
        <ButtonLink weight="primary" to={paths.newConcern()}>
          Raise a concern
        </ButtonLink>
      }
    >
      <p>
        Something looks wrong, or you are not sure that it is right? Say so. Your squad’s champion answers;
        what waits too long moves up by itself. Nobody else sees it.
      </p>
    </Empty>
  );
}
