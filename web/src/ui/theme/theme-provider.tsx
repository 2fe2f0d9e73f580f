import './theme-imports.css';

import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';

import { colorSchemeManager } from './color-scheme.js';
import { cssVariablesResolver, theme } from './theme.js';

/** Typefaces, tokens and Mantine's theme for everything below. */
export function ThemeProvider({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
