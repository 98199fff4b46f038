/** A postmortem with all that belongs to it, rendered for reading. It has been looked up through the viewer before. */
import { itemsOf } from '#app/action-items/action-items.server.ts';
import { render } from '#app/ui/markdown.server.ts';

import { measures, outOfOrder } from './milestone.ts';
import { milestonesOf } from './milestones.server.ts';
import { peopleOf, sectionsOf, squadsMeant, stepsOf, timelineOf } from './postmortems.server.ts';

/** Sections, timeline and actions with their Markdown as safe HTML, and what the milestones tell. */
export async function whole(postmortemId: string) {
  const [sections, timeline, items, milestones, people, squads, steps] = await Promise.all([
    sectionsOf(postmortemId),
    timelineOf(postmortemId),
    itemsOf(postmortemId),
    milestonesOf(postmortemId),
    peopleOf(postmortemId),
    squadsMeant(postmortemId),
    stepsOf(postmortemId),
  ]);
  const known = Object.fromEntries(milestones.map(({ kind, instant }) => [kind, instant]));
  return {
    sections: sections.map(({ key, heading, markdown }) => ({
      key,
      heading,
      html: markdown === '' ? '' : render(markdown),
    })),
    timeline: timeline.map(({ id, written, at, precision, zone, text }) => ({
      id,
      written,
      at,
      precision,
      zone,
      html: render(text),
    })),
    items: items.map(({ item, ownerName, squadName }) => ({ ...item, ownerName, squadName })),
    milestones,
    measures: measures(known),
    outOfOrder: outOfOrder(known),
    people,
    squads,
    steps,
  };
}

export type Whole = Awaited<ReturnType<typeof whole>>;
