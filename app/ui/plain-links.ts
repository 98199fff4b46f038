import { useNavigate } from '@remix-run/react';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * For something long that is full of plain `<a>`: they are followed without loading a page anew. Making a component of
 * each link of a long list is a good part of what the list costs.
 */
export function usePlainLinks<E extends HTMLElement>(): RefObject<E> {
  const list = useRef<E>(null);
  const navigate = useNavigate();
  useEffect(() => {
    const around = list.current;
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      const path = link?.getAttribute('href');
      const isOrdinary =
        event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (!path?.startsWith('/') || link?.target || !isOrdinary || event.defaultPrevented) return;
      event.preventDefault();
      navigate(path);
    };
    around?.addEventListener('click', follow);
    return () => around?.removeEventListener('click', follow);
  }, [navigate]);
  return list;
}
