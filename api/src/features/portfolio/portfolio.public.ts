export { PortfolioModule } from './portfolio.module.js';
export { Standings } from './standings.js';
