export { DelegationReminders } from './delegation-reminders.service.js';
export { DelegationEntity } from './delegations.entity.js';
export { DelegationsModule } from './delegations.module.js';
