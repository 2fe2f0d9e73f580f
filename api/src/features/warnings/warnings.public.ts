export { readRegister, readRegisters } from './read-register.js';
export { WarningSilences } from './warning-silences.service.js';
export {
  WarningConfirmationEntity,
  WarningDecisionEntity,
  WarningEntity,
  WarningFileEntity,
  WarningProofEntity,
} from './warnings.entity.js';
export { WarningsModule } from './warnings.module.js';
