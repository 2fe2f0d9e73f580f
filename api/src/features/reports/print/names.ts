import type { Localised } from '@probant/shared/questionnaires/document';
import type { KnockoutState } from '@probant/shared/scoring/knockouts';

export const knockoutStateNames: Readonly<Record<KnockoutState, Localised>> = {
  unlawful: { fr: 'illicite', en: 'unlawful' },
  proved: { fr: 'prouvé', en: 'proved' },
  undemonstrated: { fr: 'non démontré', en: 'not demonstrated' },
};
