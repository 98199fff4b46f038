import type { PostmortemDocument } from '../document.ts';

const days = 24 * 60 * 60 * 1000;

/**
 * What a person should look at again: times about a year from most of the others, as happens in January. They are kept
 * as they are written.
 */
export function doubtsAbout({ timeline, milestones }: PostmortemDocument): string[] {
  const points = [...milestones, ...timeline].flatMap(({ at, written }) =>
    at ? [{ day: Date.parse(at.slice(0, 10)), written }] : [],
  );
  const middle = points.map(({ day }) => day).sort((a, b) => a - b)[Math.floor(points.length / 2)] ?? 0;
  const far = points.filter(
    ({ day }) => Math.abs(day - middle) > 330 * days && Math.abs(day - middle) < 400 * days,
  );
  return points.length > 2 && far.length * 2 <= points.length
    ? far.map(({ written }) => `Is this the right year? ${written}`)
    : [];
}
