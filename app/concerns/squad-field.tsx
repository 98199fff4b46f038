import { Select } from '#app/ui/field.tsx';

import type { Level } from './concern.ts';
import { destinationWords } from './way.ts';

type Place = {
  squadId: string | null;
  squad: string | null;
  level: Level;
  holder: string | null;
  standsInFor: string | null;
};

/** With which squad a concern is raised, and who has it then. */
export function SquadField({
  places,
  chosen,
  error,
}: {
  places: Place[];
  chosen: string | undefined;
  error: string | undefined;
}) {
  const squads = places.filter(({ squadId }) => squadId !== null);
  return (
    <>
      {squads.length > 0 && (
        <Select
          label="About"
          name="squad"
          defaultValue={chosen ?? squads[0]!.squadId!}
          key={chosen}
          error={error}
        >
          {places.map(({ squadId, squad }) => (
            <option key={squadId} value={squadId ?? ''}>
              {squad ?? 'Something else: to the security team'}
            </option>
          ))}
        </Select>
      )}
      <ul className="space-y-1 text-sm text-soft">
        {(squads.length > 0 ? squads : places).map((place) => (
          <li key={place.squadId}>{destinationWords(place)}</li>
        ))}
      </ul>
    </>
  );
}
