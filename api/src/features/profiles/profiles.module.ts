import { Module } from '@nestjs/common';
import { LibraryModule } from '../library/library.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { ProfileChoices } from './profile-choices.service.js';
import { ProfilesController } from './profiles.controller.js';
import { Profiles } from './profiles.service.js';
import { ScorePort } from './score-port.js';
import { WeighingController } from './weighing.controller.js';
import { Weighing } from './weighing.service.js';

@Module({
  imports: [LibraryModule, QuestionnairesModule],
  controllers: [ProfilesController, WeighingController],
  providers: [ProfileChoices, Profiles, ScorePort, Weighing],
  exports: [Profiles, ScorePort],
})
export class ProfilesModule {}
