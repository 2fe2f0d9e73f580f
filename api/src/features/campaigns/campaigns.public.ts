export { CampaignsModule } from './campaigns.module.js';
export { SupplierDocuments, type BuiltDocument } from './supplier-documents.js';
export { Campaigns } from './campaigns.service.js';
