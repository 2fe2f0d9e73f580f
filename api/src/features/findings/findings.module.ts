import { Module } from '@nestjs/common';
import { FindingList } from './finding-list.service.js';
import { FindingsController } from './findings.controller.js';
import { Findings } from './findings.service.js';

@Module({
  controllers: [FindingsController],
  providers: [Findings, FindingList],
  exports: [Findings],
})
export class FindingsModule {}
