import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { ProfilesModule } from '../profiles/profiles.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { AgeingController } from './ageing.controller.js';
import { Ageing } from './ageing.service.js';
import { Courses } from './courses.service.js';
import { LapseExports } from './lapse-exports.js';
import { LapseList } from './lapse-list.service.js';

@Module({
  imports: [ExportsModule, ProfilesModule, QuestionnairesModule],
  controllers: [AgeingController],
  providers: [Ageing, Courses, LapseExports, LapseList],
  exports: [Ageing],
})
export class AgeingModule {}
