export { columnLetters } from './describe-plan.js';
export {
  ImportColumnResponse,
  ImportErrorResponse,
  ImportFieldResponse,
  ImportSheetResponse,
} from './imports.dto.js';
export { withUpload } from './import-upload.js';
export { chooseSheet, type ImportSheet } from './read-upload-sheet.js';
export { Tables } from './tables.js';
export { ImportsModule } from './imports.module.js';
