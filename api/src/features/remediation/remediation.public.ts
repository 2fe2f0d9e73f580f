export { Acceptances } from './acceptances.service.js';
export { FindingReminders } from './finding-reminders.service.js';
export {
  FindingAcceptanceEntity,
  FindingPieceEntity,
  FindingVerificationEntity,
} from './remediation.entity.js';
export { RemediationModule } from './remediation.module.js';
