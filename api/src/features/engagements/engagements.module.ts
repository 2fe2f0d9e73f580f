import { Module } from '@nestjs/common';
import { LibraryModule } from '../library/library.public.js';
import { PortfolioModule } from '../portfolio/portfolio.public.js';
import { SuppliersModule } from '../suppliers/suppliers.public.js';
import { EngagementList } from './engagement-list.service.js';
import { EngagementsController } from './engagements.controller.js';
import { Engagements } from './engagements.service.js';

@Module({
  imports: [LibraryModule, PortfolioModule, SuppliersModule],
  controllers: [EngagementsController],
  providers: [Engagements, EngagementList],
  exports: [EngagementList],
})
export class EngagementsModule {}
