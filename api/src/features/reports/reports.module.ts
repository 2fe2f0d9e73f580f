import { Module } from '@nestjs/common';
import { CertificationsModule } from '../certifications/certifications.public.js';
import { ExposureModule } from '../exposure/exposure.public.js';
import { LibraryModule } from '../library/library.public.js';
import { ScoringModule } from '../scoring/scoring.public.js';
import { BoardReports } from './board/board-reports.js';
import { DueReports } from './due-reports.service.js';
import { ReportJob } from './report-job.js';
import { ReportMakers } from './report-makers.js';
import { ReportTeller } from './report-teller.service.js';
import { ReportSchedulesController } from './report-schedules.controller.js';
import { ReportSchedules } from './report-schedules.service.js';
import { ReportsController } from './reports.controller.js';
import { Reports } from './reports.service.js';
import { SupplierFiles } from './supplier-file/supplier-files.js';
import { PortfolioLists } from './tables/portfolio-lists.js';
import { Registers } from './tables/registers.js';

@Module({
  imports: [CertificationsModule, ExposureModule, LibraryModule, ScoringModule],
  controllers: [ReportsController, ReportSchedulesController],
  providers: [
    ...[Reports, ReportSchedules, DueReports, ReportJob, ReportTeller, ReportMakers],
    ...[BoardReports, SupplierFiles, Registers, PortfolioLists],
  ],
  exports: [DueReports],
})
export class ReportsModule {}
