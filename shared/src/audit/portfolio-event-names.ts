import type { Localised } from '../questionnaires/document.js';
import type { PortfolioEvent } from './portfolio-events.js';

interface PortfolioEventName extends Localised {
  readonly subject: 'engagements';
}

const named = (fr: string, en: string): PortfolioEventName => ({ subject: 'engagements', fr, en });

export const portfolioEventNames: Readonly<Record<PortfolioEvent['kind'], PortfolioEventName>> = {
  'portfolio-view-saved': named('Vue du portefeuille enregistrée', 'Portfolio view saved'),
  'portfolio-view-removed': named('Vue du portefeuille supprimée', 'Portfolio view removed'),
};
