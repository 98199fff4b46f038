import type { ReactNode } from 'react';

import type { Tone } from './badge.tsx';

const looks: Record<Tone, string> = {
  plain: 'border-line-strong bg-sunken',
  accent: 'border-accent bg-accent-wash',
  good: 'border-good bg-good-wash',
  warn: 'border-warn bg-warn-wash',
  alert: 'border-alert bg-alert-wash',
};

/** Something to know before going on. With `live`, it is read out when it appears. */
export function Callout({
  tone = 'plain',
  title,
  live,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  return (
    <div
      role={live ? (tone === 'alert' ? 'alert' : 'status') : undefined}
      className={`rounded-md border-l-4 px-4 py-3 ${looks[tone]}`}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
