import type {
  CampaignId,
  CorrectionId,
  DryRunId,
  EngagementId,
  ProfileId,
  QuestionnaireId,
  QuestionnaireImportId,
  VersionId,
} from '../ids.js';
import type { Localised } from '../questionnaires/document.js';
import type { ReassessmentReason } from '../reassessments/due-reassessment.js';
import type { ReassessmentRule } from '../reassessments/rule.js';
import type { RuleSubject } from '../decision-rules/rule.js';

/** Events of what is asked, how it weighs and to whom it is sent. */
export type QuestionnaireEvent =
  | {
      readonly kind: 'questionnaire-created';
      readonly questionnaireId: QuestionnaireId;
      readonly title: string;
      /** What it was copied from: the library, or a questionnaire of the organisation. */
      readonly copiedFrom?: string;
    }
  | {
      readonly kind: 'questionnaire-changed';
      readonly questionnaireId: QuestionnaireId;
      readonly title: string;
      readonly revision: number;
      readonly documentSha256: string;
    }
  | {
      readonly kind: 'questionnaire-published';
      readonly questionnaireId: QuestionnaireId;
      readonly versionId: VersionId;
      readonly title: string;
      readonly number: number;
      readonly documentSha256: string;
      /** Of what its questions became since the version before; the first one has none. */
      readonly equivalenceSha256?: string;
    }
  | {
      readonly kind: 'dry-run-wanted';
      readonly dryRunId: DryRunId;
      readonly versionId: VersionId;
      readonly title: string;
      readonly number: number;
    }
  | {
      readonly kind: 'moves-wanted';
      readonly dryRunId: DryRunId;
      readonly versionId: VersionId;
      readonly title: string;
      readonly number: number;
      readonly assessments: number;
    }
  | {
      readonly kind: 'wording-corrected';
      readonly correctionId: CorrectionId;
      readonly versionId: VersionId;
      readonly title: string;
      readonly number: number;
      /** The question's key or the theme's code, and which of its texts. */
      readonly subject: string;
      readonly place: string;
      readonly before: Localised;
      readonly after: Localised;
      readonly reason: string;
    }
  | {
      readonly kind: 'version-retired';
      readonly versionId: VersionId;
      readonly title: string;
      readonly number: number;
      readonly reason: string;
    }
  | {
      readonly kind: 'version-reinstated';
      readonly versionId: VersionId;
      readonly title: string;
      readonly number: number;
    }
  | {
      readonly kind: 'questionnaire-archived' | 'questionnaire-restored';
      readonly questionnaireId: QuestionnaireId;
      readonly title: string;
    }
  | {
      readonly kind: 'questionnaire-file-taken' | 'questionnaire-file-given-up';
      readonly importId: QuestionnaireImportId;
      readonly name: string;
      readonly sha256: string;
    }
  | {
      readonly kind: 'questionnaire-file-refused';
      readonly name: string;
      /** Code of the problem. */
      readonly reason: string;
      readonly signature?: string;
    }
  | {
      readonly kind: 'questionnaire-file-saved';
      /** Absent: from the command line, where the file is not kept. */
      readonly importId?: QuestionnaireImportId;
      readonly questionnaireId: QuestionnaireId;
      readonly title: string;
      readonly revision: number;
      readonly name: string;
      readonly questions: number;
    }
  | {
      readonly kind: 'profile-saved';
      readonly profileId: ProfileId;
      readonly name: string;
      readonly number: number;
      readonly weightsSha256: string;
    }
  | { readonly kind: 'profile-made-default'; readonly profileId: ProfileId; readonly name: string }
  | { readonly kind: 'profile-archived'; readonly profileId: ProfileId; readonly name: string }
  | {
      readonly kind: 'engagement-profile-chosen';
      readonly engagementId: EngagementId;
      readonly engagementName: string;
      /** Absent: back to the default profile. */
      readonly profileName?: string;
    }
  | {
      readonly kind: 'campaign-created';
      readonly campaignId: CampaignId;
      readonly name: string;
      readonly engagements: number;
      readonly dueOn: string;
    }
  | {
      readonly kind: 'campaign-sent';
      readonly campaignId: CampaignId;
      readonly name: string;
      readonly sent: number;
      /** Absent when every engagement was. */
      readonly unsent?: number;
    }
  | {
      readonly kind: 'campaign-stopped';
      readonly campaignId: CampaignId;
      readonly name: string;
      readonly sent: number;
      readonly unsent: number;
    }
  | {
      readonly kind: 'reassessment-rule-set';
      /** Absent: the rule of the organisation, which holds where an engagement has none of its own. */
      readonly engagementId?: EngagementId;
      readonly engagementName?: string;
      /** Absent: the engagement follows the rule of the organisation again. */
      readonly rule?: ReassessmentRule;
    }
  | {
      readonly kind: 'reassessment-proposed' | 'reassessment-set-aside';
      readonly engagementId: EngagementId;
      readonly engagementName: string;
      readonly reason: ReassessmentReason;
    }
  | {
      readonly kind: 'campaign-reminders-changed';
      readonly campaignId: CampaignId;
      readonly name: string;
      readonly on: boolean;
      /** Where they changed. */
      readonly words?: Localised;
    }
  | {
      readonly kind: 'address-paused';
      readonly email: string;
      /** What the mail server said. */
      readonly reply: string;
    }
  | {
      readonly kind: 'decision-rule-recorded';
      readonly ruleId: string;
      readonly subject: RuleSubject;
      readonly subjectId: string;
      /** Of the version, the campaign or the engagement. */
      readonly name: string;
      readonly ruleSha256: string;
    }
  | { readonly kind: 'campaign-discarded'; readonly campaignId: CampaignId; readonly name: string };
