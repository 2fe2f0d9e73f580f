import { createContext, useContext } from 'react';

/** One entry of the top navigation or of the search palette. */
export interface NavigationItem {
  readonly path: string;
  readonly title: string;
  /** Addresses elsewhere that one reaches from it, as patterns of the router: it is where one is there, too. */
  readonly covers?: readonly string[];
}

/** Every screen that the session may go to from anywhere; the routes know them. */
export const PlacesContext = createContext<readonly NavigationItem[]>([]);

export function usePlaces(): readonly NavigationItem[] {
  return useContext(PlacesContext);
}
