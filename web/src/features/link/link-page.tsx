import './link.css';

import { IconDeviceFloppy, IconEye, IconEyeOff, IconReceipt, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useDocumentTitle } from '../../platform/document-title.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Quote } from '../../ui/law/quote.js';
import { Main } from '../../ui/shell/page.js';
import { linkTexts } from './link.texts.js';

interface LinkPageProps {
  readonly title: string;
  readonly label: ReactNode;
  readonly lead: string;
  /** Under the lead: what is asked, or how the link works. */
  readonly about: ReactNode;
  /** The card where one acts. */
  readonly act: ReactNode;
  /** One more line under the notes. */
  readonly note?: ReactNode;
}

/** The two pages of a link: what it is on the left, what to do on the right, why evidence protects below. */
export function LinkPage({ title, label, lead, about, act, note }: LinkPageProps): ReactNode {
  const { t } = useTranslation(linkTexts);
  useDocumentTitle(title);
  return (
    <Main className="pb-link">
      <div className="pb-link-about">
        <div>
          <p className="pb-label">{label}</p>
          <h1 className="pb-link-lead">{lead}</h1>
        </div>
        {about}
        <SeenAndUnseen />
      </div>
      <div className="pb-link-act">
        {act}
        <ul className="pb-link-notes pb-sm">
          <li>
            <IconDeviceFloppy size={16} aria-hidden />
            <span>{t('note.saved')}</span>
          </li>
          <li>
            <IconUsers size={16} aria-hidden />
            <span>{t('note.colleague')}</span>
          </li>
          <li>
            <IconReceipt size={16} aria-hidden />
            <span>{t('note.receipt')}</span>
          </li>
          {note}
        </ul>
      </div>
      <div className="pb-link-foot">
        <Quote size="large" source={t('quote.source')}>
          {warned}
        </Quote>
        <p className="pb-soft">{t('quote.moral')}</p>
      </div>
    </Main>
  );
}

/** Lesson R-09 of the library, verbatim. */
const warned = 'à aucun moment [le prestataire] ne démontre qu’[il] a informé sa cliente de ce risque';

function SeenAndUnseen(): ReactNode {
  const { t } = useTranslation(linkTexts);
  return (
    <div className="pb-link-see">
      <div>
        <h2>
          <IconEye size={16} aria-hidden />
          {t('sees')}
        </h2>
        <ul>
          <li>{t('sees.answers')}</li>
          <li>{t('sees.pieces')}</li>
          <li>{t('sees.later')}</li>
        </ul>
      </div>
      <div>
        <h2>
          <IconEyeOff size={16} aria-hidden />
          {t('hidden')}
        </h2>
        <ul>
          <li>{t('hidden.draft')}</li>
          <li>{t('hidden.exchanges')}</li>
          <li>{t('hidden.others')}</li>
        </ul>
      </div>
    </div>
  );
}
