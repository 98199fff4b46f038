import { useEffect, useState } from 'react';

import { houseNow } from './house-clock.ts';

/** The time, second by second, while something runs; without scripts, as it was when the page was made. */
export function useClock(atFirst: number, runs: boolean): number {
  const [now, setNow] = useState(atFirst);
  useEffect(() => {
    if (!runs) return;
    const tick = () => setNow(houseNow());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [runs]);
  return runs ? now : atFirst;
}
