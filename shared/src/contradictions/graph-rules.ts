import { activityNames, type HdsActivity } from '../certifications/activities.js';
import {
  contradictionsWith,
  type ContradictionCode,
  type GraphContradiction,
} from '../certifications/contradictions.js';
import type { GivenAnswers } from '../answers/given-answer.js';
import { isDay } from '../calendar.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { Localised } from '../questionnaires/document.js';
import { comparable } from '../suppliers/import-columns.js';
import { dayInWords } from '../words/dates.js';
import type { ContradictionRule, Pair } from './contradiction.js';
import { answerFact, valueOf, type ContradictionFacts } from './facts.js';
import { listedSubcontractors } from './table-rules.js';

/** What several activities have in common is one contradiction. */
type Told = Omit<GraphContradiction, 'activity'> & { readonly activities: readonly HdsActivity[] };

interface Wording {
  readonly title: Localised;
  readonly why: Localised;
  /** What was answered, where the words of the choice do not say it. */
  readonly said?: (one: Told, facts: ContradictionFacts) => Localised;
  readonly found: (one: Told) => Localised;
}

const who = ({ actors }: Told): string => actors.join(', ');

/** A sentence under the activities that it is about. */
function of({ activities }: Told, fr: string, en: string): Localised {
  if (activities.length === 0) return { fr, en };
  const names = activities.map((activity) => activityNames[activity]);
  return {
    fr: `${names.map((name) => name.fr).join(', ')}\u00a0: ${fr}`,
    en: `${names.map((name) => name.en).join(', ')}: ${en}`,
  };
}

function listed(_: Told, facts: ContradictionFacts): Localised {
  const names = (listedSubcontractors(facts) ?? []).map(({ name }) => name).join(', ');
  return names === ''
    ? { fr: 'liste sans aucun nom', en: 'list without a name' }
    : { fr: `liste\u00a0: ${names}`, en: `list: ${names}` };
}

const covers: Readonly<Record<string, Localised>> = {
  own_certificate: { fr: 'son propre certificat', en: 'its own certificate' },
  inside_other_host_scope: { fr: 'le périmètre d’un autre hébergeur', en: 'the scope of another host' },
  'other-scope': { fr: 'le périmètre d’un autre hébergeur', en: 'the scope of another host' },
  none: { fr: 'aucun certificat', en: 'no certificate' },
};
const coverOf = (key: string): Localised => covers[key] ?? { fr: key, en: key };
const day = (text: string, language: 'fr' | 'en'): string =>
  isDay(text) ? dayInWords(text, language) : text;

const listing = {
  fr: 'La liste dite complète et le schéma nomment les intervenants du même service.',
  en: 'The list said to be complete and the graph name the companies of the same service.',
};
const performing = {
  fr: 'Une activité est exercée ou ne l’est pas, et par qui l’exerce.',
  en: 'An activity is performed or it is not, and by whoever performs it.',
};
const covering = {
  fr: 'Une activité est couverte par un certificat que l’on connaît, ou ne l’est pas.',
  en: 'An activity is covered by a certificate that is known, or it is not.',
};

const wordings: Readonly<Record<ContradictionCode, Wording>> = {
  'performed-though-denied': {
    title: {
      fr: 'Activité HDS dite non exercée, exercée au schéma',
      en: 'HDS activity said not to be performed, performed in the graph',
    },
    why: performing,
    said: (one) => of(one, 'non exercée', 'not performed'),
    found: (one) => of(one, `exercée par ${who(one)}`, `performed by ${who(one)}`),
  },
  'performer-differs': {
    title: {
      fr: 'Activité HDS exercée par un autre que dit',
      en: 'HDS activity performed by another than told',
    },
    why: performing,
    said: (one) => of(one, one.said, one.said),
    found: (one) => of(one, one.found, one.found),
  },
  'cover-differs': {
    title: {
      fr: 'Certificat HDS dit couvrir, le schéma le dément',
      en: 'HDS certificate said to cover, denied by the graph',
    },
    why: covering,
    said: (one) => of(one, `${who(one)}, ${coverOf(one.said).fr}`, `${who(one)}, ${coverOf(one.said).en}`),
    found: (one) => of(one, `${who(one)}, ${coverOf(one.found).fr}`, `${who(one)}, ${coverOf(one.found).en}`),
  },
  'expiry-differs': {
    title: {
      fr: 'Échéance d’un certificat HDS dite autre',
      en: 'Expiry of an HDS certificate told otherwise',
    },
    why: { fr: 'Un certificat a une seule échéance.', en: 'A certificate has one expiry.' },
    said: (one) => of(one, day(one.said, 'fr'), day(one.said, 'en')),
    found: (one) => of(one, day(one.found, 'fr'), day(one.found, 'en')),
  },
  'own-cover-incomplete': {
    title: {
      fr: 'Certificat du prestataire dit complet, une activité en sort',
      en: 'Supplier’s certificate said to be complete, an activity is outside',
    },
    why: covering,
    found: (one) => of(one, coverOf(one.found).fr, coverOf(one.found).en),
  },
  'performs-though-denied': {
    title: {
      fr: 'Aucune activité HDS dite exercée, une l’est au schéma',
      en: 'No HDS activity said to be performed, one is in the graph',
    },
    why: performing,
    found: (one) => of(one, 'exercée par le prestataire', 'performed by the supplier'),
  },
  'subcontractors-though-none': {
    title: {
      fr: 'Aucun sous-traitant déclaré, le schéma en nomme',
      en: 'No subcontractor told, the graph names some',
    },
    why: listing,
    found: (one) => ({ fr: who(one), en: who(one) }),
  },
  'subcontractor-missing': {
    title: {
      fr: 'Liste de sous-traitants dite complète, le schéma en nomme un autre',
      en: 'List of subcontractors said to be complete, the graph names another',
    },
    why: listing,
    said: listed,
    found: (one) => ({ fr: `absent de la liste\u00a0: ${who(one)}`, en: `not in the list: ${who(one)}` }),
  },
  'activities-missing': {
    title: { fr: 'Activité d’un sous-traitant tue', en: 'Activity of a subcontractor left untold' },
    why: listing,
    said: (one) => of(one, `pas parmi celles de ${who(one)}`, `not among those of ${who(one)}`),
    found: (one) => of(one, `exercée par ${who(one)}`, `performed by ${who(one)}`),
  },
  'direct-contract-untold': {
    title: {
      fr: 'Contrat direct avec un sous-traitant tu',
      en: 'Direct contract with a subcontractor left untold',
    },
    why: {
      fr: 'Vous avez un contrat avec l’intervenant que la réponse dit lié au seul prestataire.',
      en: 'You have a contract with the company that the answer says is bound to the supplier alone.',
    },
    said: (one) => ({
      fr: `${who(one)}\u00a0: contrat avec le prestataire`,
      en: `${who(one)}: contract with the supplier`,
    }),
    found: (one) => ({
      fr: `${who(one)}\u00a0: contrat avec vous aussi`,
      en: `${who(one)}: contract with you as well`,
    }),
  },
  'parallels-untold': {
    title: {
      fr: 'Articulation des contrats dite sans objet, des intervenants au schéma',
      en: 'Contract structure said not to apply, companies in the graph',
    },
    why: listing,
    found: (one) => ({ fr: `interviennent\u00a0: ${who(one)}`, en: `taking part: ${who(one)}` }),
  },
};

const codes = Object.keys(wordings).filter((key): key is ContradictionCode => Object.hasOwn(wordings, key));

export const graphRules: readonly ContradictionRule[] = codes.map((code) => {
  const { title, why } = wordings[code];
  return { key: `graph-${code}`, title, why, find: (facts) => ofGraph(facts, code) };
});

function ofGraph(facts: ContradictionFacts, code: ContradictionCode): Pair[] {
  const { graph, graphOn } = facts;
  if (graph === null) return [];
  const same = contradictionsWith(givenOf(facts), graph).filter((one) => one.code === code);
  return together(same).map((one): Pair => {
    const { said, found } = wordings[code];
    const activities = one.activities.join(' ');
    return {
      // Whom the list omits is a fact, not the name of the contradiction: one more makes it come back.
      subject: [one.activities[0] ?? '', code === 'subcontractor-missing' ? '' : comparable(who(one))]
        .filter((part) => part !== '')
        .join('/'),
      questionId: one.questionId,
      said: {
        ...answerFact(facts, one.questionId, said?.(one, facts)),
        basis: `${activities} ${one.said}`,
      },
      found: {
        source: 'graph',
        ref: '',
        about: { fr: 'Schéma de certification', en: 'Certification graph' },
        text: found(one),
        on: graphOn,
        basis: `${one.found} ${one.actors.map(comparable).toSorted().join('/')}`,
      },
    };
  });
}

function together(all: readonly GraphContradiction[]): Told[] {
  const groups = new Map<string, Told>();
  for (const { activity, ...one } of all) {
    const key = canonicalJson([one.actors, one.said, one.found]);
    const before = groups.get(key)?.activities ?? [];
    groups.set(key, { ...one, activities: activity === null ? before : [...before, activity] });
  }
  return [...groups.values()];
}

function givenOf(facts: ContradictionFacts): GivenAnswers {
  return Object.fromEntries(
    Object.keys(facts.answers).flatMap((id) => {
      const value = valueOf(facts, id);
      return value === undefined ? [] : [[id, { state: 'answered' as const, value }]];
    }),
  );
}
