import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * How many entries of a row that wraps stand in its first line; the height of the row shows no other. It is counted again
 * whenever the row is given another width.
 */
export function useFitting(entries: number): {
  readonly row: RefObject<HTMLElement | null>;
  readonly fitting: number;
} {
  const row = useRef<HTMLElement>(null);
  const [fitting, setFitting] = useState(entries);
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return;
    const count = (): void => {
      const all = [...element.children].filter((child) => child instanceof HTMLElement);
      const below = all.findIndex(({ offsetTop }) => offsetTop > (all[0]?.offsetTop ?? 0));
      setFitting(below === -1 ? all.length : below);
    };
    count();
    const observer = new ResizeObserver(count);
    observer.observe(element);
    void document.fonts.ready.then(count);
    return () => {
      observer.disconnect();
    };
  }, [entries]);
  return { row, fitting };
}
