import { createContext, useContext } from 'react';

/** One entry of the top navigation or of the search palette. */
export interface NavigationItem {
  readonly path: string;
  readonly title: string;
}

/** Every screen that the session may go to from anywhere; the routes know them. */
export const PlacesContext = createContext<readonly NavigationItem[]>([]);

export function usePlaces(): readonly NavigationItem[] {
  return useContext(PlacesContext);
}
