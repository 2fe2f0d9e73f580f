import { Module } from '@nestjs/common';
import { LibraryModule } from '../library/library.public.js';
import { QuestionnaireList } from './questionnaire-list.service.js';
import { QuestionnairesController } from './questionnaires.controller.js';
import { Questionnaires } from './questionnaires.service.js';
import { Versions } from './versions.service.js';

@Module({
  imports: [LibraryModule],
  controllers: [QuestionnairesController],
  providers: [Questionnaires, QuestionnaireList, Versions],
  exports: [Questionnaires, Versions],
})
export class QuestionnairesModule {}
