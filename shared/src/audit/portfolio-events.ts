import type { PortfolioViewId } from '../ids.js';

/** Events of the portfolio: views that a person keeps under a name. */
export type PortfolioEvent =
  | {
      readonly kind: 'portfolio-view-saved';
      readonly viewId: PortfolioViewId;
      readonly name: string;
      /** Offered to every member. */
      readonly shared: boolean;
    }
  | { readonly kind: 'portfolio-view-removed'; readonly viewId: PortfolioViewId; readonly name: string };
