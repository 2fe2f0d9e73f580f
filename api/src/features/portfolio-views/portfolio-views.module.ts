import { Module } from '@nestjs/common';
import { PortfolioViewsController } from './portfolio-views.controller.js';
import { PortfolioViews } from './portfolio-views.service.js';

@Module({ controllers: [PortfolioViewsController], providers: [PortfolioViews] })
export class PortfolioViewsModule {}
