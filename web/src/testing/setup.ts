import { TextDecoder, TextEncoder } from 'node:util';

import { deserialize, serialize } from 'node:v8';

import { cleanup } from '@testing-library/react';

// Every browser has these two; jsdom does not pass them on.
Object.assign(globalThis, { TextDecoder, TextEncoder });

// A database copies what it is given; jsdom has none of both.
Object.assign(globalThis, {
  structuredClone: (value: unknown): unknown => deserialize(serialize(value)),
  setImmediate: (act: () => void) => setTimeout(act, 0),
});

// jsdom has no layout; Mantine and React ask for these three while they mount.
class NoResizeObserver implements ResizeObserver {
  observe(): void {
    // Nothing is ever resized here.
  }
  unobserve(): void {
    // Nothing is ever resized here.
  }
  disconnect(): void {
    // Nothing is ever resized here.
  }
}

class NoMediaQuery extends EventTarget {
  readonly matches = false;
  readonly onchange = null;
  constructor(readonly media: string) {
    super();
  }
}

Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string) => new NoMediaQuery(query),
});
Object.defineProperty(window, 'ResizeObserver', { writable: true, value: NoResizeObserver });
Element.prototype.scrollIntoView = () => undefined;

afterEach(cleanup);
