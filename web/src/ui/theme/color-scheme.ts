import { localStorageColorSchemeManager } from '@mantine/core';

/** Also read by public/appearance.js before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'probant-color-scheme' });
