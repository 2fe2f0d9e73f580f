import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { LibraryModule } from '../library/library.public.js';
import { Corrections } from './corrections.service.js';
import { Equivalences } from './equivalences.service.js';
import { DraftsController } from './drafts.controller.js';
import { Drafts } from './drafts.service.js';
import { Editors } from './editors.service.js';
import { QuestionnaireExports } from './questionnaire-exports.js';
import { QuestionnaireList } from './questionnaire-list.service.js';
import { QuestionnairesController } from './questionnaires.controller.js';
import { Questionnaires } from './questionnaires.service.js';
import { VersionActsController } from './version-acts.controller.js';
import { Versions } from './versions.service.js';

@Module({
  imports: [ExportsModule, LibraryModule],
  controllers: [QuestionnairesController, VersionActsController, DraftsController],
  providers: [
    Questionnaires,
    QuestionnaireList,
    QuestionnaireExports,
    Versions,
    Equivalences,
    Corrections,
    Drafts,
    Editors,
  ],
  exports: [Questionnaires, Versions, Equivalences],
})
export class QuestionnairesModule {}
