import { IconLock, IconLockOpen2 } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';

import { formatNumber, formatShare } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { weighingTexts } from './weighing.texts.js';

interface WeightSliderProps {
  readonly title: string;
  readonly weight: number;
  readonly published: number;
  /** null: nothing weighs, so there is no share. */
  readonly share: number | null;
  readonly most: number;
  readonly locked: boolean;
  readonly onWeight: (weight: number) => void;
  readonly onLock: () => void;
}

/** One theme: its lock, its slider with a tick where the published weight is, its weight and its share. */
export function WeightSlider(props: WeightSliderProps): ReactNode {
  const { title, weight, published, share, most, locked, onWeight, onLock } = props;
  const { t, language } = useTranslation(weighingTexts);
  const Icon = locked ? IconLock : IconLockOpen2;
  const shown = showWeight(weight, language);
  const shareText = share === null ? '–' : formatShare(share, language, 1);
  return (
    <li className="pb-weight">
      <button
        type="button"
        className="pb-weight-lock"
        aria-pressed={locked}
        aria-label={t(locked ? 'unlock' : 'lock', { theme: title })}
        onClick={onLock}
      >
        <Icon size={14} aria-hidden />
      </button>
      <span className="pb-sm">{title}</span>
      <Range
        label={t('weight.of', { theme: title })}
        text={t('weight.text', {
          weight: shown,
          published: showWeight(published, language),
          share: shareText,
        })}
        value={weight}
        most={most}
        tick={published}
        disabled={locked}
        onValue={onWeight}
      />
      <span className="pb-num pb-strong">{shown}</span>
      <span className="pb-num pb-xs pb-muted">{shareText}</span>
    </li>
  );
}

export function showWeight(weight: number, language: 'fr' | 'en'): string {
  return formatNumber(weight, language, Number.isInteger(weight) ? 0 : 1);
}

interface RangeProps {
  readonly label: string;
  /** What a screen reader says for the value. */
  readonly text: string;
  readonly value: number;
  readonly most: number;
  readonly tick?: number;
  readonly disabled?: boolean;
  readonly onValue: (value: number) => void;
}

/** The browser's own slider: arrows, page keys and touch come with it. */
export function Range({ label, text, value, most, tick, disabled = false, onValue }: RangeProps): ReactNode {
  return (
    <span className="pb-range" style={{ '--value': value / most } as CSSProperties}>
      <input
        type="range"
        min={0}
        max={most}
        step={0.5}
        value={value}
        disabled={disabled}
        aria-label={label}
        aria-valuetext={text}
        onChange={(event) => {
          onValue(event.currentTarget.valueAsNumber);
        }}
      />
      {tick === undefined ? null : (
        <i className="pb-range-tick" style={{ '--tick': tick / most } as CSSProperties} aria-hidden />
      )}
    </span>
  );
}
