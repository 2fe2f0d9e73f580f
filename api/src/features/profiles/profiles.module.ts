import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { LibraryModule } from '../library/library.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { ProfileChoices } from './profile-choices.service.js';
import { ProfileExports } from './profile-exports.js';
import { ProfilesController } from './profiles.controller.js';
import { Profiles } from './profiles.service.js';
import { RiskMatrices } from './risk-matrices.service.js';
import { ScorePort } from './score-port.js';
import { TrialExports } from './trial-exports.js';
import { WeighingController } from './weighing.controller.js';
import { Weighing } from './weighing.service.js';

@Module({
  imports: [ExportsModule, LibraryModule, QuestionnairesModule],
  controllers: [ProfilesController, WeighingController],
  providers: [ProfileChoices, ProfileExports, Profiles, RiskMatrices, ScorePort, TrialExports, Weighing],
  exports: [Profiles, ScorePort],
})
export class ProfilesModule {}
