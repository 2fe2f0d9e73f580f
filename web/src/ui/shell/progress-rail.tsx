import './shell.css';

import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Avatar } from './avatar.js';
import { shellTexts } from './shell.texts.js';

export interface RailItem {
  readonly key: string;
  readonly title: string;
  readonly path: string;
  readonly done: number;
  readonly total: number;
  /** The colleague it is entrusted to. */
  readonly delegate?: string;
}

interface ProgressRailProps {
  readonly label: string;
  readonly items: readonly RailItem[];
  readonly currentKey: string;
  /** `47 / 91 réponses`, beside the bar. */
  readonly totalText: ReactNode;
  readonly done: number;
  readonly total: number;
  readonly children?: ReactNode;
}

/** The themes down the side, each with how far it is. */
export function ProgressRail(props: ProgressRailProps): ReactNode {
  const { label, items, currentKey, totalText, done, total, children } = props;
  const { t } = useTranslation(shellTexts);
  return (
    <nav className="pb-rail" aria-label={label}>
      <div className="pb-rail-total">
        <div className="pb-between">
          <span className="pb-label">{t('progress.title')}</span>
          <span className="pb-sm pb-tabular">{totalText}</span>
        </div>
        <div className="pb-meter" aria-hidden>
          <span style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }} />
        </div>
      </div>
      <ol>
        {items.map((item) => (
          <li key={item.key}>
            <Link
              className="pb-rail-item"
              to={item.path}
              {...(item.key === currentKey ? { 'aria-current': 'step' as const } : {})}
            >
              <ProgressRing done={item.done} total={item.total} />
              <span className="pb-grow pb-ellipsis">{item.title}</span>
              {item.delegate ? <Avatar name={item.delegate} size={20} /> : null}
              <span className="pb-xs pb-muted pb-tabular" aria-hidden>{`${item.done}/${item.total}`}</span>
              <span className="pb-hidden">
                {t('progress.answers', { done: item.done, total: item.total })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {children}
    </nav>
  );
}

const circumference = 2 * Math.PI * 6;

/** A ring that fills up and becomes a tick. */
export function ProgressRing({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  if (total > 0 && done >= total) {
    return (
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" fill="var(--pb-ok)" />
        <path
          d="M5 8.2l2.1 2.1L11.2 6"
          stroke="var(--pb-surface)"
          strokeWidth="1.6"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    );
  }
  const filled = total === 0 ? 0 : (done / total) * circumference;
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" strokeWidth="3">
      <circle cx="8" cy="8" r="6" stroke="var(--pb-line)" />
      <circle
        cx="8"
        cy="8"
        r="6"
        stroke="var(--pb-ink-2)"
        strokeDasharray={`${filled} ${circumference}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}
