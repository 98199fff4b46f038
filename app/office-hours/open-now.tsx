import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

type Props = { sitting: { hostId: string; host: string; until: string }[]; isInQueue: boolean };

/** Who sits now, and the way to them. */
export function OpenNow({ sitting, isInQueue }: Props) {
  const names = sitting.map(({ host }) => host);
  return (
    <Card aria-labelledby="now" className="border-accent">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-0">
          <p className="mb-1">
            <Badge tone="good">open now</Badge>
          </p>
          <h2 id="now" className="font-serif text-xl font-semibold">
            {listed(names)}
          </h2>
          <p className="mt-1 text-soft">Until {sitting.at(-1)?.until}. Come as you are, no booking needed.</p>
        </div>
        <ButtonLink weight="primary" to={paths.queue()}>
          {isInQueue ? 'Your place in the queue' : 'Join the queue'}
        </ButtonLink>
      </div>
    </Card>
  );
}

const listed = (names: string[]) =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
