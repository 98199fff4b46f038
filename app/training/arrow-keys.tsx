import { useNavigate } from '@remix-run/react';
import { useEffect } from 'react';

import { arrowUsers, turn } from './page-keys.ts';

/** Whether the arrows are needed for what stands there: a field, text that was selected, a page wider than the window. */
function usesArrows({ target }: KeyboardEvent): boolean {
  const { scrollWidth, clientWidth } = document.documentElement;
  return (
    (target instanceof Element && target.closest(arrowUsers) !== null) ||
    scrollWidth > clientWidth ||
    getSelection()?.isCollapsed === false
  );
}

/** The left and right arrow keys turn the page; null: there is none on that side. */
export function ArrowKeys({ before, after }: { before: string | null; after: string | null }) {
  const navigate = useNavigate();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const way = turn(event, { usesArrows: usesArrows(event) });
      const to = way && { before, after }[way];
      if (!to) return;
      event.preventDefault();
      navigate(to);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [navigate, before, after]);
  return null;
}
