import type { ServeConfig } from './config.js';

/** Token under which the configuration is injected; it is a plain frozen object. */
export const CONFIG = Symbol('config');
export type { ServeConfig };
