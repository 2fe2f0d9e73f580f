import './knockout-flag.css';

import { IconBan, IconHandStop, IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { scorePartTexts } from './score-parts.texts.js';

export type KnockoutKind = 'unlawful' | 'proved' | 'undemonstrated';

const icons = { unlawful: IconBan, proved: IconHandStop, undemonstrated: IconHelpCircle };

interface KnockoutFlagProps {
  readonly kind: KnockoutKind;
  /** What is said after the icon; by default the kind itself: Illicite, Éliminatoire, Non démontré. */
  readonly children?: ReactNode;
  /** On hover: what it is about. */
  readonly title?: string | undefined;
}

/** A knock-out: icon and words, so that it is told apart from grade D without colour. */
export function KnockoutFlag({ kind, children, title }: KnockoutFlagProps): ReactNode {
  const { t } = useTranslation(scorePartTexts);
  const Icon = icons[kind];
  return (
    <span className={`pb-knockout pb-knockout-${kind}`} data-kind={kind} title={title}>
      <Icon size={14} stroke={2} aria-hidden />
      {children ?? t(`knockout.${kind}`)}
    </span>
  );
}
