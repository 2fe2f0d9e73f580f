import { Module } from '@nestjs/common';
import { AgeingModule } from '../ageing/ageing.public.js';
import { ExportsModule } from '../exports/exports.public.js';
import { ScoringModule } from '../scoring/scoring.public.js';
import { ComparisonExports } from './comparison-exports.js';
import { ComparisonsController } from './comparisons.controller.js';
import { Comparisons } from './comparisons.service.js';

@Module({
  imports: [AgeingModule, ExportsModule, ScoringModule],
  controllers: [ComparisonsController],
  providers: [Comparisons, ComparisonExports],
})
export class ComparisonsModule {}
