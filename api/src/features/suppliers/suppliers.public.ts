export { shownStates, type ShownState } from './suppliers.dto.js';
export { ContactEntity, SupplierEntity } from './supplier.entity.js';
export { SuppliersModule } from './suppliers.module.js';
