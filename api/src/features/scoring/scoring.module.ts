import { Module } from '@nestjs/common';
import { PortfolioModule } from '../portfolio/portfolio.public.js';
import { ProfilesModule } from '../profiles/profiles.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { DailyStandings } from './daily-standings.service.js';
import { ScoreReader } from './score-reader.service.js';
import { ScoringController } from './scoring.controller.js';
import { Scoring } from './scoring.service.js';

@Module({
  imports: [PortfolioModule, ProfilesModule, QuestionnairesModule],
  controllers: [ScoringController],
  providers: [DailyStandings, Scoring, ScoreReader],
  exports: [DailyStandings, Scoring],
})
export class ScoringModule {}
