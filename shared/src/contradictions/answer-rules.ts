import type { AnswerValue } from '../questionnaires/document.js';
import type { ContradictionRule, Pair } from './contradiction.js';
import { answerFact, valueOf, type Told } from './facts.js';

type Condition = (value: AnswerValue) => boolean;
type Claim = readonly [questionId: string, holds: Condition];

const is =
  (...values: string[]): Condition =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const has =
  (option: string): Condition =>
  (value) =>
    Array.isArray(value) && value.some((one) => one === option);
const counted: Condition = (value) => typeof value === 'number';
const none = is('none');

interface AnswerRule extends Omit<ContradictionRule, 'find'> {
  /** The first claim, and those that it cannot stand beside. */
  readonly cases: readonly (readonly [said: Claim, found: Claim])[];
}

/** Two answers of one submission; those that the questionnaire itself names are read from it. */
const table: readonly AnswerRule[] = [
  {
    key: 'offline-copy-same-directory',
    title: {
      fr: 'Copie dite déconnectée, comptes dans l’annuaire de production',
      en: 'Copy said to be disconnected, accounts in the production directory',
    },
    why: {
      fr: 'Une copie qu’un compte de l’annuaire de production peut atteindre et effacer tombe avec lui.',
      en: 'A copy that an account of the production directory can reach and delete falls with it.',
    },
    cases: [
      [
        ['BKP-04', is('hors_ligne', 'immuable')],
        ['BKP-05', is('non')],
      ],
    ],
  },
  {
    key: 'backup-reach-differs',
    title: {
      fr: 'Accès du client à la copie externe dit de deux façons',
      en: 'The customer’s access to the external copy told in two ways',
    },
    why: {
      fr: 'Le client atteint sa copie seul, ou il la demande\u00a0: l’un exclut l’autre.',
      en: 'The customer reaches its copy alone, or asks for it: one excludes the other.',
    },
    cases: [
      [
        ['BKP-03', is('hors_si_client')],
        ['BKP-06', is('demande', 'non')],
      ],
      [
        ['BKP-06', is('autonome', 'autonome_teste')],
        ['BKP-03', is('tiers')],
      ],
    ],
  },
  {
    key: 'takeover-backup-inside',
    title: {
      fr: 'Sauvegarde de reprise dite externe, copie gardée à l’intérieur',
      en: 'Takeover backup said to be external, copy kept inside',
    },
    why: {
      fr: 'Une copie gardée dans le système du prestataire n’est pas une sauvegarde hors de son système.',
      en: 'A copy kept in the supplier’s system is no backup outside that system.',
    },
    cases: [
      [
        ['FIN-07', has('backup_ext')],
        ['BKP-03', is('autre_site', 'meme_plateforme', 'aucune')],
      ],
    ],
  },
  {
    key: 'takeover-dns-held',
    title: {
      fr: 'DNS dit contrôlé par le client, tenu par le prestataire',
      en: 'DNS said to be under the customer’s control, held by the supplier',
    },
    why: {
      fr: 'Le client ne contrôle pas un domaine dont le prestataire est titulaire, détient seul le compte ou garde la zone.',
      en: 'The customer does not control a domain that the supplier owns, holds the only account of, or keeps the zone of.',
    },
    cases: [
      [
        ['FIN-07', has('dns_client')],
        ['DNS-01', is('prestataire')],
      ],
      [
        ['FIN-07', has('dns_client')],
        ['DNS-02', is('prestataire')],
      ],
      [
        ['FIN-07', has('dns_client')],
        ['DNS-03', is('non')],
      ],
    ],
  },
  {
    key: 'backup-mfa-none',
    title: {
      fr: 'Comptes de sauvegarde dits protégés, administration par mot de passe seul',
      en: 'Backup accounts said to be protected, administration by password alone',
    },
    why: {
      fr: 'Si aucun accès d’administration n’a d’authentification multifacteur, celui des sauvegardes n’en a pas non plus.',
      en: 'If no administration access has multifactor authentication, that of the backups has none either.',
    },
    cases: [
      [
        ['BKP-05', is('oui')],
        ['PRV-03', is('mdp')],
      ],
    ],
  },
  {
    key: 'exercise-never-held',
    title: {
      fr: 'Exercice EICAR mesuré, aucun exercice consigné',
      en: 'EICAR drill measured, no drill on record',
    },
    why: {
      fr: 'Un délai ou une part ne se mesure pas sur un exercice qui n’a pas eu lieu.',
      en: 'Neither a delay nor a share can be measured on a drill that did not take place.',
    },
    cases: [
      [
        ['EIC-03', counted],
        ['EIC-07', none],
      ],
      [
        ['EIC-06', counted],
        ['EIC-07', none],
      ],
    ],
  },
  {
    key: 'health-data-outside',
    title: {
      fr: 'Données dites toutes dans l’EEE, données de santé hors EEE',
      en: 'Data said to be all in the EEA, health data outside',
    },
    why: {
      fr: 'Les données de santé font partie des données\u00a0: si elles sont hors EEE, toutes n’y sont pas.',
      en: 'Health data is part of the data: if it is outside the EEA, not all of the data is inside.',
    },
    cases: [
      [
        ['RGP-03', is('toutes')],
        ['HDS-05', is('hors_eee')],
      ],
    ],
  },
  {
    key: 'hds-version-without-certificate',
    title: {
      fr: 'Certificat HDS et version du référentiel qui s’excluent',
      en: 'HDS certificate and version of the referential that exclude each other',
    },
    why: {
      fr: 'Un certificat HDS est délivré selon une version du référentiel\u00a0: il n’y a pas l’un sans l’autre.',
      en: 'An HDS certificate is issued under a version of the referential: there is not one without the other.',
    },
    cases: [
      [
        ['HDS-02', is('oui', 'partiel')],
        ['HDS-03', is('aucune')],
      ],
      [
        ['HDS-03', is('v2', 'v1')],
        ['HDS-02', is('non')],
      ],
    ],
  },
  {
    key: 'written-warning-never-given',
    title: {
      fr: 'Mise en garde écrite invoquée, aucune mise en garde consignée',
      en: 'Written warning relied on, no warning put in writing',
    },
    why: {
      fr: 'Qui ne met pas en garde, ou seulement à l’oral, n’a pas remis de mise en garde écrite et datée.',
      en: 'Whoever gives no warning, or gives it by word of mouth, has handed over none in writing and dated.',
    },
    cases: [
      [
        ['BKP-04', is('hors_perimetre_averti')],
        ['ADV-02', is('non', 'oral')],
      ],
      [
        ['BKP-01', is('client_ecrit')],
        ['ADV-02', is('non', 'oral')],
      ],
    ],
  },
];

export const answerRules: readonly ContradictionRule[] = table.map(({ cases, ...rule }) => ({
  ...rule,
  find: (facts) => cases.flatMap(([said, found]) => pairOf(facts, said, found)),
}));

function pairOf(facts: Told, said: Claim, found: Claim): Pair[] {
  if (!holds(facts, said) || !holds(facts, found)) return [];
  const [questionId] = said;
  const [other] = found;
  const subject = `${questionId}/${other}`;
  return [{ subject, questionId, said: answerFact(facts, questionId), found: answerFact(facts, other) }];
}

function holds(facts: Told, [questionId, condition]: Claim): boolean {
  const value = valueOf(facts, questionId);
  return value !== undefined && condition(value);
}
