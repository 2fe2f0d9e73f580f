import { contentId } from './skip-link.js';

/** The search field of the list on the screen, where there is one. */
export function findListSearch(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(`#${contentId} input[type="search"]`);
}

/** Whether the screen has rows that the arrows walk along. */
export function hasRows(): boolean {
  return document.querySelector(`#${contentId} .pb-table-link`) !== null;
}
