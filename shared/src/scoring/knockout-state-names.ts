import type { Localised } from '../questionnaires/document.js';
import type { KnockoutState } from './knockouts.js';

export const knockoutStateNames: Readonly<Record<KnockoutState, Localised>> = {
  unlawful: { fr: 'illicite', en: 'unlawful' },
  proved: { fr: 'prouvé', en: 'proved' },
  undemonstrated: { fr: 'non démontré', en: 'not demonstrated' },
};
