import { Module } from '@nestjs/common';
import { LibraryModule } from '../library/library.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { DocumentFilesController } from './document-files.controller.js';
import { DocumentFiles } from './document-files.js';
import { ImportJob } from './import-job.js';
import { QuestionnaireImportsController } from './questionnaire-imports.controller.js';
import { QuestionnaireImports } from './questionnaire-imports.service.js';

@Module({
  imports: [LibraryModule, QuestionnairesModule],
  controllers: [QuestionnaireImportsController, DocumentFilesController],
  providers: [QuestionnaireImports, ImportJob, DocumentFiles],
})
export class QuestionnaireImportsModule {}
