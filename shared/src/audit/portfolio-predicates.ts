import type { Predicates } from './events.js';
import type { PortfolioEvent } from './portfolio-events.js';

export const portfolioPredicates: Predicates<PortfolioEvent['kind']> = {
  'portfolio-view-saved': ({ name, shared }) =>
    shared
      ? {
          fr: `a enregistré pour tous les membres la vue du portefeuille «\u00a0${name}\u00a0»`,
          en: `saved the view of the portfolio “${name}” for every member`,
        }
      : {
          fr: `a enregistré la vue du portefeuille «\u00a0${name}\u00a0»`,
          en: `saved the view of the portfolio “${name}”`,
        },
  'portfolio-view-removed': ({ name }) => ({
    fr: `a supprimé la vue du portefeuille «\u00a0${name}\u00a0»`,
    en: `removed the view of the portfolio “${name}”`,
  }),
};
