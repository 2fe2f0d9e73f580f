import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews/reviews.public.js';
import { Authorisations } from './authorisations.service.js';
import { AuthorisationsController } from './authorisations.controller.js';
import { DrillMeasures } from './drill-measures.service.js';
import { DrillRecords } from './drill-records.service.js';
import { DrillsController } from './drills.controller.js';
import { Drills } from './drills.service.js';
import { SharedDrillsController } from './shared-drills.controller.js';

@Module({
  imports: [ReviewsModule],
  controllers: [AuthorisationsController, DrillsController, SharedDrillsController],
  providers: [Authorisations, Drills, DrillRecords, DrillMeasures],
})
export class DrillsModule {}
