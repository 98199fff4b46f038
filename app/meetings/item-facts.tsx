import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Moment } from '#app/ui/moment.tsx';

type Props = {
  item: {
    proposer: string;
    proposedAt: number;
    presenter: string | null;
    link: string | null;
    sourceRoom: string | null;
    sourceId: string | null;
  };
  carried: string | null;
};

const look = 'text-accent underline underline-offset-4 [overflow-wrap:anywhere]';

/** Who proposed something for an agenda, who presents it, and what it leads to. */
export function ItemFacts({ item, carried }: Props) {
  const { proposer, proposedAt, presenter, link, sourceRoom, sourceId } = item;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-2 font-semibold">
        About it
      </h2>
      <ul className="space-y-1 text-sm">
        {carried !== null && (
          <li>
            <Badge tone="accent">{carried}</Badge>
          </li>
        )}
        <li>
          Proposed by {proposer}{' '}
          <span className="block text-soft">
            <Moment at={proposedAt} />
          </span>
        </li>
        <li>{presenter ? `${presenter} presents it` : 'Nobody presents it yet'}</li>
        {sourceId && sourceRoom === 'postmortems' && (
          <li>
            <Link to={paths.postmortem(sourceId)} className={look}>
              The postmortem it comes from
            </Link>
          </li>
        )}
        {sourceId && sourceRoom === 'questions' && (
          <li>
            <Link to={paths.question(sourceId)} className={look}>
              The question it comes from
            </Link>
          </li>
        )}
        {link !== null && (
          <li>
            <a href={link} rel="noopener noreferrer" className={look}>
              {link}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
