import type { KnockoutState } from '@probant/shared/scoring/knockouts';

import type { Standing, Summary } from './use-portfolio.js';

/** What a cell of the heat map shows. */
export interface HeatCell {
  readonly code: string;
  readonly kind: 'risk' | 'out-of-scope' | 'unscored';
  /** 0 to 100; only of a `risk`. */
  readonly risk: number;
  /** The knock-outs whose questions stand in this theme. */
  readonly knockouts: Summary['knockoutThemes'];
  /** What is drawn around the cell: a ring for what stands, dots for what is not demonstrated. */
  readonly ring: 'none' | 'standing' | 'undemonstrated';
}

/** The cells of one engagement, in the order of the themes. */
export function cellsOf(
  { score, themes, knockouts }: Pick<Standing, 'score' | 'themes' | 'knockouts'>,
  summary: Pick<Summary, 'themes' | 'knockoutThemes'>,
): HeatCell[] {
  return summary.themes.map(({ code }) => {
    const risk = themes[code];
    if (risk === undefined) {
      const kind = score === null ? 'unscored' : 'out-of-scope';
      return { code, kind, risk: 0, knockouts: [], ring: 'none' };
    }
    const triggered = summary.knockoutThemes.filter(({ themes: of }) => of.includes(code));
    const here = knockouts.filter(({ id }) => triggered.some((one) => one.id === id));
    return {
      code,
      kind: 'risk',
      risk: risk * 100,
      knockouts: triggered.filter(({ id }) => here.some((one) => one.id === id)),
      ring: ringOf(here.map(({ state }) => state)),
    };
  });
}

function ringOf(states: readonly KnockoutState[]): HeatCell['ring'] {
  if (states.length === 0) return 'none';
  return states.every((state) => state === 'undemonstrated') ? 'undemonstrated' : 'standing';
}
