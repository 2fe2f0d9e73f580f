import { Module } from '@nestjs/common';
import { ClarificationsModule } from '../clarifications/clarifications.public.js';
import { LibraryModule } from '../library/library.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { ContradictionActs } from './contradiction-acts.service.js';
import { ContradictionReader } from './contradiction-reader.service.js';
import { ContradictionsController } from './contradictions.controller.js';

@Module({
  imports: [ClarificationsModule, LibraryModule, QuestionnairesModule],
  controllers: [ContradictionsController],
  providers: [ContradictionActs, ContradictionReader],
})
export class ContradictionsModule {}
