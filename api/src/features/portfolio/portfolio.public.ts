export { PortfolioModule } from './portfolio.module.js';
export { Standings, type ScoredStanding } from './standings.js';
