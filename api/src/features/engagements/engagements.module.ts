import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { LibraryModule } from '../library/library.public.js';
import { PortfolioModule } from '../portfolio/portfolio.public.js';
import { SuppliersModule } from '../suppliers/suppliers.public.js';
import { EngagementExports } from './engagement-exports.js';
import { EngagementList } from './engagement-list.service.js';
import { EngagementsController } from './engagements.controller.js';
import { Engagements } from './engagements.service.js';

@Module({
  imports: [ExportsModule, LibraryModule, PortfolioModule, SuppliersModule],
  controllers: [EngagementsController],
  providers: [Engagements, EngagementList, EngagementExports],
  exports: [EngagementList],
})
export class EngagementsModule {}
