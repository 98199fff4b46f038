import { useNavigation, useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';

/**
 * Loads the page's data anew: at once, or once what is being loaded is there. Begun in between, it would cut that off, which
 * browsers complain about, and news that come fast enough would let no page ever be loaded.
 */
export function useLoadAnew(): () => void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  const isIdle = state === 'idle' && navigation.state === 'idle';
  const now = useRef({ isIdle, isWanted: false });
  useEffect(() => {
    const { isWanted } = now.current;
    now.current = { isIdle, isWanted: isWanted && !isIdle };
    if (isIdle && isWanted) revalidate();
  }, [isIdle, revalidate]);
  return useCallback(() => {
    if (now.current.isIdle) revalidate();
    else now.current.isWanted = true;
  }, [revalidate]);
}
