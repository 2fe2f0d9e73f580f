import { cleanup } from '@testing-library/react';

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

Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string): MediaQueryList => ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }),
});
Object.defineProperty(window, 'ResizeObserver', { writable: true, value: NoResizeObserver });
Element.prototype.scrollIntoView = () => undefined;

afterEach(cleanup);
