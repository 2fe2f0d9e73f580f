export { PortfolioModule } from './portfolio.module.js';
export { isEarlierScore, scoredAssessment } from './portfolio-list.js';
export { Standings, type ScoredStanding } from './standings.js';
export { PortfolioFilters } from './portfolio.dto.js';
export { themeHeadings, themeRisks } from './theme-columns.js';
