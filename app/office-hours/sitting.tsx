import { Card } from '#app/ui/page.tsx';

type Host = { id: string; name: string; place: string; link: string | null };

/** Who sits now and where, and how many wait. */
export function Sitting({ hosts, waits }: { hosts: Host[]; waits: number }) {
  return (
    <Card aria-labelledby="sitting">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="sitting" className="font-serif text-xl font-semibold">
          Who is there
        </h2>
        <p className="text-sm text-soft">
          {waits === 0 ? 'Nobody waits' : waits === 1 ? 'One person waits' : `${waits} people wait`}
        </p>
      </div>
      <ul className="mt-2 divide-y divide-line">
        {hosts.map(({ id, name, place }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2 [overflow-wrap:anywhere]">
            <span>{name}</span>
            <span className="text-soft">{place}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
