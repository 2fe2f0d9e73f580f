import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { FindingExports } from './finding-exports.js';
import { FindingList } from './finding-list.service.js';
import { FindingsController } from './findings.controller.js';
import { Findings } from './findings.service.js';

@Module({
  imports: [ExportsModule],
  controllers: [FindingsController],
  providers: [Findings, FindingList, FindingExports],
  exports: [Findings],
})
export class FindingsModule {}
