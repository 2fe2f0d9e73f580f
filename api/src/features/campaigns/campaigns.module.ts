import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.public.js';
import { ExportsModule } from '../exports/exports.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { CampaignExports } from './campaign-exports.js';
import { CampaignList } from './campaign-list.service.js';
import { CampaignsController } from './campaigns.controller.js';
import { Campaigns } from './campaigns.service.js';
import { Preflight } from './preflight.service.js';
import { SupplierDocuments } from './supplier-documents.js';

@Module({
  imports: [AssessmentsModule, ExportsModule, QuestionnairesModule],
  controllers: [CampaignsController],
  providers: [Campaigns, CampaignList, CampaignExports, Preflight, SupplierDocuments],
  exports: [Campaigns, SupplierDocuments],
})
export class CampaignsModule {}
