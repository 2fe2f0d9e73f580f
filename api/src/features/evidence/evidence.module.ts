import { Module } from '@nestjs/common';
import { EvidenceController } from './evidence.controller.js';
import { Evidence } from './evidence.service.js';

@Module({ controllers: [EvidenceController], providers: [Evidence], exports: [Evidence] })
export class EvidenceModule {}
