import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { usePlainLinks } from '#app/ui/plain-links.ts';

type Listed = {
  id: string;
  personId: string;
  name: string;
  squadId: string;
  squad: string;
  area: string | null;
  since: string;
  knows: string[];
};

const link = 'text-accent underline underline-offset-4';

/** Champions with their squads, and what they know especially well. */
export function ChampionList({ champions }: { champions: Listed[] }) {
  const list = usePlainLinks<HTMLUListElement>();
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface" ref={list}>
      {champions.map(({ id, personId, name, squadId, squad, area, since, knows }) => (
        <li key={id} className="grid gap-x-4 gap-y-1 px-5 py-3 sm:grid-cols-[2fr_2fr_auto] sm:items-baseline">
          <div className="min-w-0">
            <a href={paths.person(personId)} className={`font-medium [overflow-wrap:anywhere] ${link}`}>
              {name}
            </a>
            {knows.length > 0 && (
              <p className="mt-1 flex flex-wrap gap-1">
                {knows.map((words) => (
                  <Badge key={words}>{words}</Badge>
                ))}
              </p>
            )}
          </div>
          <div className="min-w-0">
            <a href={paths.squad(squadId)} className={`[overflow-wrap:anywhere] ${link}`}>
              {squad}
            </a>
            {area && <span className="ml-2 text-sm text-soft">{area}</span>}
          </div>
          <p className="text-sm whitespace-nowrap text-soft">since {since}</p>
        </li>
      ))}
    </ul>
  );
}
