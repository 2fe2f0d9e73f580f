import './export-menu.css';

import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { ListQuery } from '../../platform/api/list-query.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { Disclosure } from '../shell/disclosure.js';
import { uiTexts } from '../ui.texts.js';

interface ExportMenuProps {
  /** Name of the list as `/api/exports` knows it. */
  readonly list: string;
  /** The state of the list on the screen: what is filtered here is filtered in the file. */
  readonly query?: ListQuery;
}

/** The whole list as a file. A plain download: the browser shows how far it is and can stop it. */
export function ExportMenu({ list, query }: ExportMenuProps): ReactNode {
  const { t, language } = useTranslation(uiTexts);
  const href = (format: 'csv' | 'xlsx'): string => {
    const search = new URLSearchParams({ list, format, language });
    for (const [name, value] of Object.entries(query ?? {})) {
      if (name !== 'after' && name !== 'limit' && value !== undefined && value !== null) {
        search.set(name, String(value));
      }
    }
    return `/api/exports?${search.toString()}`;
  };
  return (
    <Allowed action="exports:run">
      <Disclosure
        className="pb-export"
        buttonClassName="pb-export-button"
        label={t('list.export.list')}
        button={
          <>
            <IconDownload size={16} aria-hidden />
            {t('list.export')}{' '}
          </>
        }
      >
        {(close) =>
          (['csv', 'xlsx'] as const).map((format) => (
            <a key={format} className="pb-export-link" href={href(format)} download onClick={close}>
              {t(`list.export.${format}`)}
            </a>
          ))
        }
      </Disclosure>
    </Allowed>
  );
}
