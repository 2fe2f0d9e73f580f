export { CampaignsModule } from './campaigns.module.js';
export { DueReminders } from './due-reminders.service.js';
export { SupplierDocuments, type BuiltDocument } from './supplier-documents.js';
export { Campaigns } from './campaigns.service.js';
export { Preflight, type CheckedSend } from './preflight.service.js';
export type { CampaignSender } from './request-sender.service.js';
