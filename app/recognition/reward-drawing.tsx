type Stroke = { d: string; fill?: string };

const cloth = 'var(--accent-wash)';
const paper = 'var(--surface)';
const leaf = 'M-7 4C-7-4 0-8 7-8C7 0 3 6-4 6M-7 8L2-2';

/** Drawings by the name content/recognition/rewards.json calls them, 96 by 96; a parcel for all others. */
const drawings: Record<string, Stroke[]> = {
  hoodie: [
    { d: 'M34 22L16 32L8 66L20 70L26 52V82H70V52L76 70L88 66L80 32L62 22Z', fill: cloth },
    { d: 'M34 22C34 8 62 8 62 22C60 36 36 36 34 22Z', fill: paper },
    { d: 'M42 34V46M54 34V46' },
    { d: 'M36 82V68L40 62H56L60 68V82' },
  ],
  mug: [
    { d: 'M20 30H66V72C66 80 60 84 54 84H32C26 84 20 80 20 72Z', fill: cloth },
    { d: 'M66 40H74C86 40 86 66 74 66H66' },
    { d: 'M34 22C30 16 38 14 34 8M50 22C46 16 54 14 50 8' },
  ],
  stickers: [
    { d: 'M14 18H82V80H14Z', fill: paper },
    { d: 'M34 26A11 11 0 1 0 34 48A11 11 0 1 0 34 26Z', fill: cloth },
    { d: 'M54 28H76V46H54Z', fill: cloth },
    { d: 'M24 72L34 54L44 72Z', fill: cloth },
    { d: 'M65 54L68 60L75 61L70 66L71 73L65 70L59 73L60 66L55 61L62 60Z', fill: cloth },
  ],
  card: [
    { d: 'M10 26H86V72H10Z', fill: cloth },
    { d: 'M10 44H86' },
    { d: 'M32 26V72' },
    { d: 'M32 44C20 40 20 30 28 32C32 33 32 40 32 44C32 40 33 33 37 32C45 30 44 40 32 44Z', fill: paper },
  ],
};
const parcel: Stroke[] = [
  { d: 'M14 34L48 18L82 34V70L48 86L14 70Z', fill: cloth },
  { d: 'M14 34L48 50L82 34M48 50V86M31 26L65 42' },
];
const withLeaf: Record<string, string> = {
  hoodie: 'translate(58 57) scale(0.7)',
  mug: 'translate(43 57) scale(1.3)',
};

/** A reward, beside words that say which it is. */
export function RewardDrawing({
  picture,
  className = 'size-24',
}: {
  picture: string | null;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 0 96 96"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="var(--accent-strong)"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {(drawings[picture ?? ''] ?? parcel).map(({ d, fill }) => (
        <path key={d} d={d} fill={fill} />
      ))}
      {picture && withLeaf[picture] && <path d={leaf} transform={withLeaf[picture]} strokeWidth="2" />}
    </svg>
  );
}
