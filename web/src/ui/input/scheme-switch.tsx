import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';

const schemes = [
  { scheme: 'auto', Icon: IconDeviceDesktop },
  { scheme: 'light', Icon: IconSun },
  { scheme: 'dark', Icon: IconMoon },
] as const;

/** Light, dark, or whatever the system says; remembered in this browser. */
export function SchemeSwitch(): ReactNode {
  const { t } = useTranslation(uiTexts);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="pb-segments" role="group" aria-label={t('scheme.label')}>
      {schemes.map(({ scheme, Icon }) => (
        <button
          key={scheme}
          type="button"
          aria-pressed={scheme === colorScheme}
          onClick={() => {
            setColorScheme(scheme);
          }}
        >
          <Icon size={14} aria-hidden />
          {t(`scheme.${scheme}`)}
        </button>
      ))}
    </div>
  );
}
