/** How many thanks somebody has left this month. */
export function LeftLine({ left, most }: { left: number; most: number }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span aria-hidden="true" className="flex gap-1">
        {Array.from({ length: most }, (_, nth) => (
          <span
            key={nth}
            className={`size-3 rounded-full border border-accent ${nth < left ? 'bg-accent' : 'bg-surface'}`}
          />
        ))}
      </span>
      <span>
        {left === 0
          ? 'You have given all thanks of this month. The next come on its first day.'
          : `${left} of this month’s ${most} ${left === 1 ? 'is' : 'are'} left to you.`}
      </span>
    </p>
  );
}
