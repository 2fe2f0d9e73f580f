import { Module } from '@nestjs/common';
import { AgeingModule } from '../ageing/ageing.public.js';
import { ScoringModule } from '../scoring/scoring.public.js';
import { ComparisonsController } from './comparisons.controller.js';
import { Comparisons } from './comparisons.service.js';

@Module({
  imports: [AgeingModule, ScoringModule],
  controllers: [ComparisonsController],
  providers: [Comparisons],
})
export class ComparisonsModule {}
