import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ClarificationsModule } from '../clarifications/clarifications.public.js';
import { EvidenceModule } from '../evidence/evidence.public.js';
import { FindingsModule } from '../findings/findings.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { ScoringModule } from '../scoring/scoring.public.js';
import { Acceptances } from './acceptances.service.js';
import { FindingMoves } from './finding-moves.service.js';
import { FindingProofs } from './finding-proofs.service.js';
import { FindingReader } from './finding-reader.service.js';
import { FindingReminders } from './finding-reminders.service.js';
import { FollowedFindingsController } from './followed-findings.controller.js';
import { FollowedFindings } from './followed-findings.service.js';
import { RemediationController } from './remediation.controller.js';
import { Remediation } from './remediation.service.js';
import { Verifications } from './verifications.service.js';
import { VerifiedScores } from './verified-scores.service.js';

@Module({
  imports: [ClarificationsModule, EvidenceModule, FindingsModule, QuestionnairesModule, ScoringModule],
  controllers: [RemediationController, FollowedFindingsController],
  providers: [
    Acceptances,
    FindingMoves,
    FindingProofs,
    FindingReader,
    FindingReminders,
    FollowedFindings,
    Remediation,
    Verifications,
    VerifiedScores,
  ],
  exports: [Acceptances, FindingReminders],
})
export class RemediationModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly acceptances: Acceptances,
    private readonly reminders: FindingReminders,
  ) {}

  onModuleInit(): void {
    this.jobs.every({
      name: 'findings-due',
      // Soon after midnight in Paris, summer and winter, and again for what a process left undone.
      cron: '5 * * * *',
      run: async (signal) => {
        await this.acceptances.endDue(signal);
        await this.reminders.sendDue(signal);
      },
    });
  }
}
