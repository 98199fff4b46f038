import { useNavigate } from '@remix-run/react';
import type { MouseEvent } from 'react';

/**
 * A click handler for something long that is full of plain `<a>`: follows them without loading a page anew. Making a
 * component of each link of a long list is a good part of what the list costs.
 */
export function usePlainLinks(): (event: MouseEvent<HTMLElement>) => void {
  const navigate = useNavigate();
  return (event) => {
    const link = (event.target as Element).closest('a');
    const path = link?.getAttribute('href');
    const isOrdinary =
      event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!path?.startsWith('/') || link?.target || !isOrdinary || event.defaultPrevented) return;
    event.preventDefault();
    navigate(path);
  };
}
