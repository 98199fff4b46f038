import { useRouteLoaderData } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

import type { Mark } from '#app/http/live.ts';

import { Tabs } from './live-tabs.ts';
import { useLoadAnew } from './load-anew.ts';

type More = {
  /** `live.mark()` from the page's loader, asked for before anything was read: the page knows what was said until then */
  mark?: Mark;
  /** something may have gone by unheard; unless said otherwise, the page's data is loaded anew */
  missed?: () => void;
};

/** ms in which pages that have to ask do so, not all at once */
const SPREAD = 250;

let tabs: { viewerId: string; all: Tabs } | null = null;

function tabsOf(viewerId: string): Tabs {
  if (tabs?.viewerId !== viewerId) tabs = { viewerId, all: new Tabs(viewerId) };
  return tabs.all;
}

/**
 * Calls back with what is new about a topic ("meeting:<id>") for as long as the component is shown; null hears nothing.
 * Where news come without words, or some were missed, the page's data is loaded anew. Answers whether the line is up.
 */
export function useLive(
  topic: string | null,
  onMessage: (message: unknown) => void = () => {},
  { mark = '', missed }: More = {},
): boolean {
  const viewerId = (useRouteLoaderData('root') as { viewer: { id: string } | null } | undefined)?.viewer?.id;
  const loadAnew = useLoadAnew();
  const [isUp, setUp] = useState(false);
  const now = useRef({ onMessage, missed: missed ?? loadAnew, mark });
  useEffect(() => {
    now.current = { onMessage, missed: missed ?? loadAnew, mark };
  });

  useEffect(() => {
    if (topic === null || viewerId === undefined) return;
    let later: ReturnType<typeof setTimeout> | undefined;
    const stop = tabsOf(viewerId).add({
      topic,
      mark: now.current.mark,
      heard: (message) => now.current.onMessage(message),
      missed() {
        clearTimeout(later);
        later = setTimeout(() => now.current.missed(), Math.random() * SPREAD);
      },
      connected: setUp,
    });
    return () => {
      clearTimeout(later);
      stop();
    };
  }, [topic, viewerId]);
  return isUp;
}
