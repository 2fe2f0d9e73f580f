import { Module } from '@nestjs/common';
import { LibraryModule } from '../library/library.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { ScoringModule } from '../scoring/scoring.public.js';
import { ExposureController } from './exposure.controller.js';
import { ExposureNotices } from './exposure-notices.service.js';
import { ExposureRanges } from './exposure-ranges.service.js';
import { ExposureSums } from './exposure-sums.service.js';
import { Exposures } from './exposure.service.js';

@Module({
  imports: [LibraryModule, QuestionnairesModule, ScoringModule],
  controllers: [ExposureController],
  providers: [Exposures, ExposureNotices, ExposureRanges, ExposureSums],
  exports: [ExposureRanges, ExposureSums],
})
export class ExposureModule {}
