import { Module } from '@nestjs/common';
import { ClarificationsModule } from '../clarifications/clarifications.public.js';
import { FindingsModule } from '../findings/findings.public.js';
import { LibraryModule } from '../library/library.public.js';
import { IncidentReportsController } from './incident-reports.controller.js';
import { IncidentReports } from './incident-reports.service.js';
import { IncidentsController } from './incidents.controller.js';
import { Incidents } from './incidents.service.js';

@Module({
  imports: [ClarificationsModule, FindingsModule, LibraryModule],
  controllers: [IncidentsController, IncidentReportsController],
  providers: [Incidents, IncidentReports],
})
export class IncidentsModule {}
