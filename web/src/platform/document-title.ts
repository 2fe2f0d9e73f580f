import { useEffect } from 'react';

/** `Portefeuille · Probant`, and announced by screen readers when the page changes. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Probant' : `${title} · Probant`;
  }, [title]);
}
