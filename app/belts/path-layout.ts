/** Where the stops of the way stand in its picture: from the lower left to the upper right, in a gentle wave. */
export type Stop = { belt: number; requirement: number | null; x: number; y: number };

/** The stops of belts with so many requirements each, a belt after what it asks for; in a box of this size. */
export function stopsOf(
  asked: readonly number[],
  { width, height }: { width: number; height: number },
): Stop[] {
  const all = asked.flatMap((count, belt) => [
    ...Array.from({ length: count }, (_, requirement) => ({ belt, requirement })),
    { belt, requirement: null },
  ]);
  const [left, right] = [width * 0.05, width * 0.91];
  const [top, bottom] = [height * 0.2, height * 0.76];
  const last = Math.max(1, all.length - 1);
  return all.map((stop, nth) => {
    const part = nth / last;
    const wave = Math.sin(part * Math.PI * 2 * Math.max(1, asked.length - 1)) * height * 0.06;
    return {
      ...stop,
      x: Math.round(left + part * (right - left)),
      y: Math.round(bottom - part * (bottom - top) + wave),
    };
  });
}

/** A line through two stops, soft at both ends. */
export const lineThrough = (from: Stop, to: Stop): string => {
  const middle = (from.x + to.x) / 2;
  return `M${from.x} ${from.y} C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
};
