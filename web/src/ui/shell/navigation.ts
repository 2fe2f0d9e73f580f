/** One entry of the top navigation or of the search palette. */
export interface NavigationItem {
  readonly path: string;
  readonly title: string;
}
