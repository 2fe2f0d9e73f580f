import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { EvidenceExports } from './evidence-exports.js';
import { EvidenceController } from './evidence.controller.js';
import { Evidence } from './evidence.service.js';

@Module({
  imports: [ExportsModule],
  controllers: [EvidenceController],
  providers: [Evidence, EvidenceExports],
  exports: [Evidence],
})
export class EvidenceModule {}
