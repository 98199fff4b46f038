import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/page.tsx';

import type { ClosedLink } from './closed-links.ts';

const words: Record<ClosedLink, { title: string; text: string }> = {
  unknown: {
    title: 'This link leads nowhere',
    text: 'Perhaps a part of it was lost on the way. Copy it once more, whole; or ask whoever sent it for a new one.',
  },
  own: {
    title: 'This link is for your manager',
    text: 'Hand it to them: they sign in with their own account and agree the time there.',
  },
  'not-yours': {
    title: 'This link is meant for somebody else',
    text: 'It opens for the manager who was named. If that is you, sign in with the account that has this address; or ask whoever sent the link to name the address you use here.',
  },
  used: {
    title: 'This link was used already',
    text: 'The answer is given. Should it need another look, it can be changed where it stands.',
  },
  expired: {
    title: 'This link has ended',
    text: 'Links are good for two weeks. You need no new one: the application itself is open to you. For somebody without it, whoever sent the link can make a new one.',
  },
  answered: {
    title: 'There is nothing left to agree',
    text: 'It was answered or withdrawn in the meantime.',
  },
};

/** Why a link opens nothing, and what to do instead. */
export function ClosedLinkNotice({ why, id }: { why: ClosedLink; id: string | null }) {
  const to = id === null ? null : why === 'expired' ? paths.enrolmentAgreement(id) : paths.enrolment(id);
  return (
    <Empty
      title={words[why].title}
      actions={
        to === null ? (
          <ButtonLink to={paths.home()}>To the start page</ButtonLink>
        ) : (
          <ButtonLink to={to} weight="primary">
            {why === 'expired' ? 'Open the application' : 'See where it stands'}
          </ButtonLink>
        )
      }
    >
      <p>{words[why].text}</p>
    </Empty>
  );
}
