import { WallCard } from './wall-card.tsx';
import type { OnWall } from './wall.server.ts';

/** What somebody shows, on their own page. */
export function PersonWall({ name, shown }: { name: string; shown: OnWall[] }) {
  return (
    <section aria-labelledby="on-wall" className="lg:col-span-2">
      <h2 id="on-wall" className="mb-3 font-serif text-xl font-semibold">
        What {name} has on the wall
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {shown.map((one) => (
          <li key={one.id}>
            <WallCard shown={one} level="h3" />
          </li>
        ))}
      </ul>
    </section>
  );
}
