import type { Schema } from '../../platform/api/client.js';

export type Preview = Schema<'ImportPreviewResponse'>;
export type Applied = Schema<'ImportAppliedResponse'>;
