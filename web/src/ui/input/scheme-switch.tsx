import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import { Segments } from './segments.js';

const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;
const schemes = ['auto', 'light', 'dark'] as const;

/** Light, dark, or whatever the system says; remembered in this browser. */
export function SchemeSwitch(): ReactNode {
  const { t } = useTranslation(uiTexts);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Segments
      label={t('scheme.label')}
      values={schemes}
      chosen={colorScheme}
      name={(scheme) => {
        const Icon = icons[scheme];
        return (
          <>
            <Icon size={14} aria-hidden />
            {t(`scheme.${scheme}`)}
          </>
        );
      }}
      onChoose={setColorScheme}
    />
  );
}
