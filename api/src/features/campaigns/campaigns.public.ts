export { CampaignsModule } from './campaigns.module.js';
export { DueReminders } from './due-reminders.service.js';
export { Campaigns } from './campaigns.service.js';
