import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/page.tsx';

import type { Pile } from './question-list.ts';

/** What an empty pile says. */
export function NoQuestions({ pile, continued, hosts }: { pile: Pile; continued: boolean; hosts: boolean }) {
  if (continued)
    return (
      <Empty title="That was all of them">
        <p>There are no more.</p>
      </Empty>
    );
  if (pile === 'open')
    return (
      <Empty title="Nothing waits for an answer">
        <p>
          {hosts
            ? 'What somebody asks stands here, with or without their name, until you or another host answers it. You are told when one comes.'
            : 'What somebody asks stands here until a champion or the security team answers it.'}
        </p>
      </Empty>
    );
  return (
    <Empty
      title={pile === 'mine' ? 'You have asked nothing so far' : 'No question has been answered yet'}
      actions={
        <ButtonLink weight="primary" to={paths.newQuestion()}>
          Ask a question
        </ButtonLink>
      }
    >
      <p>
        Is this safe to merge? Who knows about our tokens? Ask here: a champion or the security team answers
        this week. What could help others becomes an article that everybody finds.
      </p>
    </Empty>
  );
}
