/** One entry of the top navigation or of the search palette. */
export interface NavigationItem {
  readonly path: string;
  readonly title: string;
  /** Addresses elsewhere that one reaches from it, as patterns of the router: it is where one is there, too. */
  readonly covers?: readonly string[];
}
