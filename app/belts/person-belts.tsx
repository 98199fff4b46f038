import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

import { PastBelts } from './past-belts.tsx';
import { PathList } from './path-list.tsx';
import { PathPicture } from './path-picture.tsx';
import type { personBelts } from './person-belts-page.server.ts';
import { WaiverForm } from './waiver-form.tsx';
import { WaiverList } from './waiver-list.tsx';

type Page = Awaited<ReturnType<typeof personBelts>>;

/** Somebody's belts for themselves, their manager, or an organiser, who may let a requirement wait. */
export function PersonBelts({ page, refused }: { page: Page; refused?: Refused | undefined }) {
  const { person, part, belts, past, zone, waivers, today, last } = page;
  const mayArrange = part === 'organiser';
  return (
    <>
      <PageHead
        above={<Up to={paths.person(person.id)}>{person.name}</Up>}
        title={`Belts of ${person.name}`}
        lead="What they hold, and what comes next. How often they tried, and what they answered, is theirs alone."
      />
      <Card aria-label="The way as a picture" className="mb-6">
        <PathPicture belts={belts} />
      </Card>
      <PathList belts={belts} zone={zone} isOwn={part === 'person'} />
      <PastBelts past={past} zone={zone} />
      <WaiverList waivers={waivers} zone={zone} mayArrange={mayArrange} />
      {mayArrange && person.isHere && (
        <WaiverForm
          key={waivers.length}
          personId={person.id}
          name={person.name}
          belts={belts}
          today={today}
          last={last}
          refused={refused}
        />
      )}
    </>
  );
}
