import './export-menu.css';

import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { type ListQuery, toListQuery } from '../../platform/api/list-query.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { Disclosure } from '../shell/disclosure.js';
import { uiTexts } from '../ui.texts.js';

interface ExportMenuProps {
  /** Name of the list as `/api/exports` knows it. */
  readonly list: string;
  /** Above its formats, where others stand below. */
  readonly title?: string;
  /** The state of the list on the screen: what is filtered here is filtered in the file. */
  readonly query?: ListQuery;
  /** Other lists that are let out from the same screen, each under its title. */
  readonly others?: readonly OtherList[];
}

interface OtherList {
  readonly list: string;
  readonly title: string;
  readonly query?: ListQuery;
}

/** The whole list as a file. A plain download: the browser shows how far it is and can stop it. */
export function ExportMenu({ list, title, query, others = [] }: ExportMenuProps): ReactNode {
  const { t, language } = useTranslation(uiTexts);
  const linksTo = (name: string, asked: ListQuery | undefined, close: () => void): ReactNode =>
    (['csv', 'xlsx'] as const).map((format) => (
      <a
        key={`${name} ${format}`}
        className="pb-export-link"
        href={exportAddress({ list: name, format, language }, asked)}
        download
        onClick={close}
      >
        {t(`list.export.${format}`)}
      </a>
    ));
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
        {(close) => (
          <>
            {title === undefined ? linksTo(list, query, close) : null}
            {[...(title === undefined ? [] : [{ list, title, query }]), ...others].map((one) => (
              <div key={one.list} role="group" aria-label={one.title}>
                <p className="pb-label">{one.title}</p>
                {linksTo(one.list, one.query, close)}
              </div>
            ))}
          </>
        )}
      </Disclosure>
    </Allowed>
  );
}

function exportAddress(asked: Readonly<Record<string, string>>, query: ListQuery = toListQuery({})): string {
  const search = new URLSearchParams(asked);
  for (const [name, value] of Object.entries(query)) {
    if (name !== 'after' && name !== 'limit' && value !== undefined && value !== null) {
      search.set(name, String(value));
    }
  }
  return `/api/exports?${search.toString()}`;
}
