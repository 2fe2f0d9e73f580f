let isKept = false;

/**
 * Lets this page open without a network from the next time on. A browser without service workers, or an address that is
 * not secure, goes on without.
 */
export function keepPage(): void {
  const { serviceWorker } = navigator as Partial<Navigator>;
  if (isKept || serviceWorker === undefined) return;
  isKept = true;
  serviceWorker
    .register('/sw.js', { updateViaCache: 'none' })
    .then((registration) => {
      // A version that came while this browser was closed takes over where no other page is open.
      registration.waiting?.postMessage('take-over');
    })
    .catch(() => undefined);
}
