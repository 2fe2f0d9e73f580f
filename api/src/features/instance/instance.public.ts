export {
  demoBuyer,
  demoBuyerPeople,
  demoPassword,
  demoPeople,
  demoSupplier,
  demoSupplierPeople,
  type DemoPerson,
} from './demo-accounts.js';
export { Instance } from './instance.service.js';
export { InstanceModule } from './instance.module.js';
