import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.public.js';
import { ExportsModule } from '../exports/exports.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { CampaignControl } from './campaign-control.service.js';
import { CampaignControlController } from './campaign-control.controller.js';
import { CampaignExports } from './campaign-exports.js';
import { ControlExports } from './control-exports.js';
import { CampaignReminders } from './campaign-reminders.service.js';
import { CampaignRemindersController } from './campaign-reminders.controller.js';
import { CampaignSending } from './campaign-sending.service.js';
import { CampaignList } from './campaign-list.service.js';
import { CampaignsController } from './campaigns.controller.js';
import { Campaigns } from './campaigns.service.js';
import { DueReminders } from './due-reminders.service.js';
import { Nudges } from './nudges.service.js';
import { Preflight } from './preflight.service.js';
import { RequestSender } from './request-sender.service.js';
import { SupplierDocuments } from './supplier-documents.js';

@Module({
  imports: [AssessmentsModule, ExportsModule, QuestionnairesModule],
  controllers: [CampaignsController, CampaignControlController, CampaignRemindersController],
  providers: [
    ...[Campaigns, CampaignList, CampaignExports, Preflight, SupplierDocuments],
    ...[RequestSender, CampaignSending, CampaignReminders, DueReminders],
    ...[CampaignControl, ControlExports, Nudges],
  ],
  exports: [Campaigns, Preflight, SupplierDocuments],
})
export class CampaignsModule {}
