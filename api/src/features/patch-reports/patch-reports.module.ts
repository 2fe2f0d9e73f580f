import { Module } from '@nestjs/common';
import { PatchReportsController } from './patch-reports.controller.js';
import { PatchReports } from './patch-reports.service.js';

@Module({ controllers: [PatchReportsController], providers: [PatchReports] })
export class PatchReportsModule {}
