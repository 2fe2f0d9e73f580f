export { FourEyesModule } from './four-eyes.module.js';
export { FourEyes } from './four-eyes.service.js';
export { isConfirmable, toConfirm } from './to-confirm.js';
