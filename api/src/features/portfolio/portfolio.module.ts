import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { LibraryModule } from '../library/library.public.js';
import { PortfolioExports } from './portfolio-exports.js';
import { PortfolioController } from './portfolio.controller.js';
import { Portfolio } from './portfolio.service.js';
import { Standings } from './standings.js';

@Module({
  imports: [ExportsModule, LibraryModule],
  controllers: [PortfolioController],
  providers: [Portfolio, PortfolioExports, Standings],
  exports: [Standings],
})
export class PortfolioModule {}
