import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { CampaignList } from './campaign-list.service.js';
import { CampaignsController } from './campaigns.controller.js';
import { Campaigns } from './campaigns.service.js';
import { Preflight } from './preflight.service.js';
import { SupplierDocuments } from './supplier-documents.js';

@Module({
  imports: [AssessmentsModule, QuestionnairesModule],
  controllers: [CampaignsController],
  providers: [Campaigns, CampaignList, Preflight, SupplierDocuments],
  exports: [Campaigns],
})
export class CampaignsModule {}
