import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';

type Step = { id: string; order: string[] };

/** An order of ids with one of them before another, or behind all. */
const withBefore = (order: readonly string[], id: string, before: string | null): string[] => {
  const others = order.filter((other) => other !== id);
  const at = before === null ? others.length : others.indexOf(before);
  return others.toSpliced(at, 0, id);
};

/**
 * Puts a list in order by its handles: dragged with a pointer, or with the arrow keys while one has the focus. The
 * list's elements carry `data-item`, the handles `data-handle`. `moved` is told each move: what now stands behind it,
 * null at the end. Without scripts there are no handles (`ready` is false).
 */
export function useOrdering(
  ids: readonly string[],
  moved: (id: string, before: string | null, order: string[]) => void,
) {
  const list = useRef<HTMLOListElement>(null);
  const [order, setOrder] = useState<string[]>([...ids]);
  const [dragged, setDragged] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  const latest = useRef<Step>(undefined);
  const focused = useRef<string>(undefined);

  useEffect(() => setReady(true), []);
  useEffect(() => setOrder([...ids]), [ids]);
  // An element that moves in the page loses its focus.
  useLayoutEffect(() => {
    const handle = list.current?.querySelector<HTMLElement>(`[data-handle="${focused.current}"]`);
    if (handle && document.activeElement !== handle) handle.focus();
  }, [order]);

  const tell = ({ id, order: now }: Step) => moved(id, now[now.indexOf(id) + 1] ?? null, now);

  const keyDown = (event: KeyboardEvent, id: string) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const to = order.indexOf(id) + by;
    if (to < 0 || to >= order.length) return;
    const now = order.filter((other) => other !== id).toSpliced(to, 0, id);
    focused.current = id;
    setOrder(now);
    tell({ id, order: now });
  };

  const pointerDown = (event: PointerEvent, id: string) => {
    if (event.button !== 0) return;
    const before = order;
    focused.current = undefined;
    latest.current = { id, order };
    setDragged(id);
    const drag = ({ clientY }: globalThis.PointerEvent) => {
      const elements = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
      const next = elements.find((element) => {
        const { top, height } = element.getBoundingClientRect();
        return element.dataset.item !== id && clientY < top + height / 2;
      });
      const now = withBefore(latest.current!.order, id, next?.dataset.item ?? null);
      if (now.join() === latest.current!.order.join()) return;
      latest.current = { id, order: now };
      setOrder(now);
    };
    const end = (drop: boolean) => {
      stop.abort();
      setDragged(null);
      if (!drop) setOrder(before);
      else if (latest.current!.order.join() !== before.join()) tell(latest.current!);
    };
    // Not on the handle: an element that moves in the page is no longer told of its pointer.
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('pointermove', drag, { signal });
    window.addEventListener('pointerup', () => end(true), { signal });
    window.addEventListener('pointercancel', () => end(false), { signal });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
  };

  const handle = (id: string) => ({
    'data-handle': id,
    onKeyDown: (event: KeyboardEvent) => keyDown(event, id),
    onPointerDown: (event: PointerEvent) => pointerDown(event, id),
    onBlur: () => {
      if (focused.current === id && document.activeElement !== null) focused.current = undefined;
    },
  });
  return { list, order, dragged, ready, handle };
}
