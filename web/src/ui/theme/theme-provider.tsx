import './theme-imports.css';

import { MantineProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';

import { colorSchemeManager } from './color-scheme.js';
import { cssVariablesResolver, theme } from './theme.js';

interface ThemeProviderProps {
  readonly children: ReactNode;
  /** Of a page inside the page, with the style sheets in it. */
  readonly page?: Document;
}

/** Typefaces, tokens and Mantine's theme for everything below. */
export function ThemeProvider({ children, page }: ThemeProviderProps): ReactNode {
  const own = useMemo(
    () =>
      page === undefined
        ? theme
        : {
            ...theme,
            components: { ...theme.components, Portal: { defaultProps: { target: page.body } } },
          },
    [page],
  );
  return (
    <MantineProvider
      theme={own}
      {...(page === undefined ? {} : { getRootElement: () => page.documentElement })}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
