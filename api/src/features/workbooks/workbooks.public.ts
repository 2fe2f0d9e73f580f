export { WorkbooksModule } from './workbooks.module.js';
