import { Card } from '#app/ui/page.tsx';

type Props = {
  agenda: string;
  minutes: number;
  place: string;
  link: string | null;
  host: string | null;
  inviteDays: number;
  guild: number;
};

/** What holds for every meeting of a series. */
export function SeriesFacts({ agenda, minutes, place, link, host, inviteDays, guild }: Props) {
  const facts: [string, React.ReactNode][] = [
    ['Agenda', agenda],
    ['Length', `${minutes} minutes`],
    ['Place', place || 'Not said yet'],
    ...(link ? [['Link', <JoinLink key="link" to={link} />] satisfies [string, React.ReactNode]] : []),
    ['Host', host ?? 'Organisers'],
    [
      'Invitations',
      `${inviteDays === 1 ? 'a day' : `${inviteDays} days`} before, to ${guild === 1 ? 'one person' : `${guild} people`}`,
    ],
  ];
  return (
    <Card aria-label="What holds for every meeting">
      <dl className="grid grid-cols-[6.5rem_1fr] gap-y-2.5 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** Where one joins from afar; it leads out of the house. */
export const JoinLink = ({ to }: { to: string }) => (
  <a href={to} rel="noreferrer" className="text-accent underline underline-offset-4">
    {new URL(to).host}
  </a>
);
