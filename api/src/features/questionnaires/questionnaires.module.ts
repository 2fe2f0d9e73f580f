import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { LibraryModule } from '../library/library.public.js';
import { QuestionnaireExports } from './questionnaire-exports.js';
import { QuestionnaireList } from './questionnaire-list.service.js';
import { QuestionnairesController } from './questionnaires.controller.js';
import { Questionnaires } from './questionnaires.service.js';
import { Versions } from './versions.service.js';

@Module({
  imports: [ExportsModule, LibraryModule],
  controllers: [QuestionnairesController],
  providers: [Questionnaires, QuestionnaireList, QuestionnaireExports, Versions],
  exports: [Questionnaires, Versions],
})
export class QuestionnairesModule {}
