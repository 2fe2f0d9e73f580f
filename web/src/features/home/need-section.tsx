import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { homeTexts } from './home.texts.js';
import type { Need, NeedGroup, NeedItem } from './use-home.js';

/** Counting stops there. */
const maxCounted = 1_000;

/** What is equally urgent, kind by kind. */
export function NeedSection({ group }: { readonly group: NeedGroup }): ReactNode {
  const { t } = useTranslation(homeTexts);
  const { urgency, needs, total } = group;
  return (
    <section className="pb-home-group" data-urgency={urgency} aria-labelledby={`home-${urgency}`}>
      <div className="pb-home-head">
        <h2 id={`home-${urgency}`}>{t(`group.${urgency}`)}</h2>
        <span className={`pb-tag ${urgency === 'late' ? 'pb-tag-amber' : ''}`}>
          {t('group.count', { count: total })}
        </span>
      </div>
      {needs.map((need) => (
        <NeedList key={need.key} id={`home-${urgency}-${need.key}`} need={need} />
      ))}
    </section>
  );
}

function NeedList({ id, need }: { readonly id: string; readonly need: Need }): ReactNode {
  const { t, language } = useTranslation(homeTexts);
  const { name, act, list, total, items } = need;
  const count = formatNumber(total, language);
  const shown = total >= maxCounted ? t('need.some', { total: count }) : count;
  return (
    <div className="pb-home-need">
      <div className="pb-home-kind">
        <h3 id={id}>{name}</h3>
        <Link className="pb-sm" to={list} aria-describedby={id}>
          {t('need.all', { total: shown })}
        </Link>
      </div>
      <ul aria-labelledby={id}>
        {items.map((item) => (
          <NeedRow key={item.key} item={item} act={act} />
        ))}
      </ul>
    </div>
  );
}

/** One thing to do: the whole row leads to where it is done. */
export function NeedRow({ item, act }: { readonly item: NeedItem; readonly act: string }): ReactNode {
  const { t } = useTranslation(homeTexts);
  const { title, about, path, day, since } = item;
  return (
    <li className="pb-home-row">
      <div className="pb-home-what">
        <Link className="pb-home-link" to={path} aria-label={`${act} · ${title}`}>
          {title}
        </Link>
        {about === '' ? null : <span className="pb-sm pb-muted">{about}</span>}
      </div>
      <span className="pb-home-when pb-sm pb-tabular">
        {day ??
          (since === null ? null : (
            <>
              {t('since')} <DateText value={since} />
            </>
          ))}
      </span>
      <span className="pb-home-act pb-sm" aria-hidden>
        {act}
      </span>
    </li>
  );
}
