import { Module } from '@nestjs/common';
import { LibraryModule } from '../library/library.public.js';
import { PortfolioModule } from '../portfolio/portfolio.public.js';
import { ImportsController } from './imports.controller.js';
import { Imports } from './imports.service.js';
import { Tables } from './tables.js';

@Module({
  imports: [LibraryModule, PortfolioModule],
  controllers: [ImportsController],
  providers: [Imports, Tables],
  exports: [Tables],
})
export class ImportsModule {}
