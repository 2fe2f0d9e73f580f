import { Module } from '@nestjs/common';
import { FindingsModule } from '../findings/findings.public.js';
import { LibraryModule } from '../library/library.public.js';
import { ScoringModule } from '../scoring/scoring.public.js';
import { ClauseAssessments } from './clauses.service.js';
import { Confrontations } from './confrontations.service.js';
import { ContractDocumentsController } from './contract-documents.controller.js';
import { ContractReader } from './contract-reader.service.js';
import { ContractsController } from './contracts.controller.js';
import { ContractDocuments } from './documents.service.js';
import { Redlines } from './redline.service.js';
import { Terms } from './terms.service.js';

@Module({
  imports: [FindingsModule, LibraryModule, ScoringModule],
  controllers: [ContractsController, ContractDocumentsController],
  providers: [ClauseAssessments, Confrontations, ContractDocuments, ContractReader, Redlines, Terms],
})
export class ContractsModule {}
