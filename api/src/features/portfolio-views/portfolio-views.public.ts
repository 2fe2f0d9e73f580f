export { PortfolioViewEntity } from './portfolio-views.entity.js';
export { PortfolioViewsModule } from './portfolio-views.module.js';
