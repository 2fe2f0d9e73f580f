import type { Knockout } from '@probant/shared/questionnaires/document';
import { IconLanguage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { knockoutTexts } from '../editor/knockout.texts.js';
import { knockoutLacksText } from './missing-text.js';
import { dropSide, Grip, Mark } from './outline-parts.js';
import { studioTexts } from './studio.texts.js';
import type { Drag, Dragged } from './use-drag.js';
import { ofKnockout, searchOfKnockout, type KnockoutPlace } from './use-place.js';
import type { Studio } from './use-studio.js';

interface KnockoutRowsProps {
  readonly studio: Studio;
  readonly knockouts: KnockoutPlace;
  readonly problems: ReadonlyMap<string, number>;
  readonly drag: Drag;
  readonly nudge: (dragged: Dragged, step: -1 | 1) => void;
}

/** The knock-outs, under the themes: they are the questionnaire's, and no theme's. */
export function KnockoutRows(props: KnockoutRowsProps): ReactNode {
  const { studio, knockouts, problems } = props;
  const { t } = useTranslation(knockoutTexts);
  const all = studio.draft.knockouts;
  const isOpen = knockouts !== null;
  const wrong = [...problems].reduce(
    (sum, [key, count]) => (key.startsWith(ofKnockout('')) ? sum + count : sum),
    0,
  );
  return (
    <li>
      <div className="pb-st-row pb-st-theme pb-st-knockouts">
        <Link to={{ search: '?knockout=' }} aria-current={knockouts === 'all' ? 'true' : undefined}>
          <span className="pb-grow">{t('title')}</span>
          <Mark count={isOpen ? (problems.get(ofKnockout('')) ?? 0) : wrong} />
          <span className="pb-xs pb-muted pb-tabular">{all.length}</span>
        </Link>
      </div>
      {isOpen ? (
        <ol>
          {all.map((one) => (
            <KnockoutRow key={one.id} {...props} row={one} />
          ))}
        </ol>
      ) : null}
    </li>
  );
}

function KnockoutRow({ row, ...props }: KnockoutRowsProps & { readonly row: Knockout }): ReactNode {
  const { t, language } = useTranslation(studioTexts);
  const { studio, knockouts, problems, drag } = props;
  const chosen = knockouts !== null && knockouts !== 'all' && knockouts.id === row.id;
  const words = row.name?.[language] ?? row.text[language];
  const asleep = !studio.document.knockouts.some(({ id }) => id === row.id);
  return (
    <li>
      <div className="pb-st-row" data-row="knockout" data-key={row.id} data-drop={dropSide(drag, row.id)}>
        <Grip {...props} dragged={{ kind: 'knockout', key: row.id }} />
        <Link to={{ search: searchOfKnockout(row.id) }} aria-current={chosen ? 'true' : undefined}>
          <span className="pb-mono pb-xs pb-muted">{row.id}</span>
          <span className={`pb-grow pb-st-words${asleep ? ' pb-muted' : ''}`}>{words || '–'}</span>
          {knockoutLacksText(row) ? (
            <IconLanguage size={14} className="pb-amber" role="img" aria-label={t('outline.translation')} />
          ) : null}
          <Mark count={problems.get(ofKnockout(row.id)) ?? 0} />
        </Link>
      </div>
    </li>
  );
}
