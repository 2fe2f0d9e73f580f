import { checkPieceName } from '../checks/check.js';
import { addMonths } from '../calendar.js';
import type { AnswerValue, Localised } from '../questionnaires/document.js';
import { comparable } from '../suppliers/import-columns.js';
import type { ContradictionRule, Pair, ToldFact } from './contradiction.js';
import { answerFact, valueOf, type CheckFact, type ContradictionFacts } from './facts.js';

type Seen = CheckFact['remarks'][number];

interface CheckRule extends Omit<ContradictionRule, 'find'> {
  readonly questionId: string;
  readonly claims: (value: AnswerValue) => boolean;
  /** The remark says otherwise. */
  readonly denies: (remark: Seen, facts: ContradictionFacts, check: CheckFact) => boolean;
}

const is =
  (...values: string[]) =>
  (value: AnswerValue): boolean =>
    typeof value === 'string' && values.includes(value);
const has =
  (option: string) =>
  (value: AnswerValue): boolean =>
    Array.isArray(value) && value.some((one) => one === option);
const coded =
  (...codes: string[]) =>
  ({ code }: Seen): boolean =>
    codes.includes(code);

const ended = ['company-closed', 'company-struck-off'];
/** The share of a year within which last accounts are still the last ones: what the bank asks of them. */
const accountsMonths = 18;

const company: readonly CheckRule[] = [
  {
    key: 'proceedings-announced',
    questionId: 'FIN-01',
    title: {
      fr: 'Société dite sans procédure, annonce publiée',
      en: 'Company said to be free of proceedings, notice published',
    },
    why: {
      fr: 'Un registre public annonce une procédure ou une radiation que la réponse dit ne pas exister.',
      en: 'A public register announces proceedings or a striking-off that the answer says do not exist.',
    },
    claims: is('in_bonis'),
    denies: coded('company-insolvency', 'bodacc-notice', ...ended),
  },
  {
    key: 'company-ended',
    questionId: 'FIN-01',
    title: {
      fr: 'Procédure dite en cours, société cessée ou radiée',
      en: 'Proceedings said to be running, company ceased or struck off',
    },
    why: {
      fr: 'Une société cessée ou radiée n’est plus en plan, en sauvegarde ni en redressement.',
      en: 'A company that has ceased or was struck off is no longer in a plan, a safeguard or receivership.',
    },
    claims: is('plan', 'sauvegarde', 'redressement'),
    denies: coded(...ended),
  },
  {
    key: 'accounts-filed',
    questionId: 'FIN-02',
    title: {
      fr: 'Comptes dits non déposés, dépôt annoncé',
      en: 'Accounts said not to be filed, filing announced',
    },
    why: {
      fr: 'Le dépôt est annoncé au Bodacc dans les dix-huit mois qui précèdent la réponse.',
      en: 'The filing was announced in the Bodacc within the eighteen months before the answer.',
    },
    claims: is('non'),
    denies: ({ code, value }, { submittedOn }) =>
      code === 'bodacc-accounts' && value >= addMonths(submittedOn, -accountsMonths),
  },
  {
    key: 'loss-published',
    questionId: 'FIN-03',
    title: {
      fr: 'Aucun exercice déficitaire déclaré, perte publiée',
      en: 'No loss-making year told, loss published',
    },
    why: {
      fr: 'Le registre publie une perte pour l’un des trois exercices dont la réponse parle.',
      en: 'The register publishes a loss for one of the three years that the answer is about.',
    },
    claims: (value) => value === 0,
    denies: ({ code, text }, { submittedOn }) =>
      code === 'company-loss' &&
      Number(/\d{4}/.exec(text.fr)?.[0] ?? 0) >= Number(submittedOn.slice(0, 4)) - 3,
  },
];

const notOwn = ({ supplier }: ContradictionFacts, { target }: CheckFact): boolean =>
  !supplier.domains.includes(target);

/** Words of one name stand in the other: the same company under a longer name is no other company. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return true;
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}

const forms = new Set([
  'sa',
  'sas',
  'sasu',
  'sarl',
  'eurl',
  'snc',
  'scop',
  'sci',
  'gie',
  'societe',
  'groupe',
  'de',
  'la',
  'le',
  'les',
  'du',
  'des',
  'et',
]);

function wordsOf(name: string): string[] {
  return comparable(name)
    .split(' ')
    .filter((word) => word !== '' && !forms.has(word));
}

const domain: readonly CheckRule[] = [
  {
    key: 'registrant-differs',
    questionId: 'DNS-01',
    title: {
      fr: 'Domaine dit au nom du client, autre titulaire publié',
      en: 'Domain said to be the customer’s, another registrant published',
    },
    why: {
      fr: 'Un domaine a un titulaire\u00a0: celui que le registre publie n’est pas le client.',
      en: 'A domain has one registrant: the one that the register publishes is not the customer.',
    },
    claims: is('client'),
    denies: ({ code, value }, facts, check) =>
      code === 'rdap-registrant' && notOwn(facts, check) && !isSameName(value, facts.buyerName),
  },
  {
    key: 'zone-not-held',
    questionId: 'DNS-03',
    title: {
      fr: 'Zone dite modifiable par le client, jeton absent',
      en: 'Zone said to be the customer’s to change, token absent',
    },
    why: {
      fr: 'Qui peut modifier la zone à tout moment peut y écrire le jeton demandé\u00a0: il n’y est pas.',
      en: 'Whoever can change the zone at any time can write the token that was asked for into it: it is not there.',
    },
    claims: is('oui'),
    denies: (remark, facts, check) => coded('zone-not-held')(remark) && notOwn(facts, check),
  },
];

type Protection = readonly [
  key: string,
  question: string,
  option: string,
  codes: readonly string[],
  fr: string,
  en: string,
];

const protections: readonly Protection[] = [
  ['dnssec-missing', 'DNS-05', 'dnssec', ['dnssec-none', 'rdap-unsigned'], 'DNSSEC', 'DNSSEC'],
  ['caa-missing', 'DNS-05', 'caa', ['caa-none'], 'CAA', 'CAA'],
  [
    'name-servers-single',
    'DNS-05',
    'ns2',
    ['ns-single', 'ns-none'],
    'second réseau DNS',
    'second DNS network',
  ],
  ['spf-missing', 'DNS-06', 'spf', ['spf-none', 'spf-open', 'spf-several'], 'SPF', 'SPF'],
  ['dkim-missing', 'DNS-06', 'dkim', ['dkim-none', 'dkim-revoked'], 'DKIM', 'DKIM'],
  ['dmarc-missing', 'DNS-06', 'dmarc', ['dmarc-none', 'dmarc-watching'], 'DMARC', 'DMARC'],
];

const zone: readonly CheckRule[] = [
  ...protections.map(([key, questionId, option, codes, fr, en]) => ({
    key,
    questionId,
    title: { fr: `${fr} dit actif, absent de la zone`, en: `${en} said to be active, absent from the zone` },
    why: {
      fr: 'Une protection active se lit dans la zone publique\u00a0: elle n’y est pas, ou n’y protège de rien.',
      en: 'An active protection is read in the public zone: it is not there, or protects from nothing.',
    },
    claims: has(option),
    denies: coded(...codes),
  })),
  {
    key: 'transfer-lock-missing',
    questionId: 'DNS-05',
    title: {
      fr: 'Verrou de transfert dit actif, absent du registre',
      en: 'Transfer lock said to be active, absent from the register',
    },
    why: {
      fr: 'Un verrou de transfert se lit parmi les états du nom\u00a0: aucun n’y est.',
      en: 'A transfer lock is read among the states of the name: none is there.',
    },
    claims: has('lock'),
    denies: ({ code, value }) => code === 'rdap-status' && !/transfer ?prohibited/i.test(value),
  },
];

function factOf({ id, kind, target, on }: CheckFact, { code, text, value }: Seen): ToldFact {
  const name = checkPieceName({ kind, target });
  const words: Localised = value === '' ? text : { fr: `${text.fr} ${value}`, en: `${text.en} ${value}` };
  return {
    source: 'check',
    ref: id,
    about: { fr: name, en: name },
    text: words,
    on,
    basis: `${code} ${value}`,
  };
}

/** One for each target: what two registers say alike is said once. */
function ofChecks(facts: ContradictionFacts, { questionId, claims, denies }: CheckRule): Pair[] {
  const value = valueOf(facts, questionId);
  if (value === undefined || !claims(value)) return [];
  const found = facts.checks.flatMap((check) => {
    const remark = check.remarks.find((one) => denies(one, facts, check));
    return remark === undefined ? [] : [{ target: check.target, fact: factOf(check, remark) }];
  });
  return found
    .filter(({ target }, place) => found.findIndex((one) => one.target === target) === place)
    .map(({ target, fact }) => ({
      subject: target,
      questionId,
      said: answerFact(facts, questionId),
      found: fact,
    }));
}

const nameDiffers: ContradictionRule = {
  key: 'company-name-differs',
  title: { fr: 'SIREN d’une autre dénomination', en: 'SIREN of another name' },
  why: {
    fr: 'Un SIREN désigne une seule société\u00a0: le registre la nomme autrement que vous.',
    en: 'A SIREN names one company: the register calls it otherwise than you do.',
  },
  find: ({ checks, supplier }) =>
    checks.flatMap((check): Pair[] => {
      const name = check.remarks.find(({ code }) => code === 'company-name');
      if (
        name === undefined ||
        check.target !== supplier.siren ||
        supplier.names.some((one) => isSameName(one, name.value))
      ) {
        return [];
      }
      const [own = ''] = supplier.names;
      const said: ToldFact = {
        source: 'record',
        ref: '',
        about: { fr: 'Fiche du fournisseur', en: 'Supplier’s record' },
        text: { fr: own, en: own },
        on: null,
        basis: supplier.names.map(comparable).join('/'),
      };
      return [{ subject: check.target, questionId: '', said, found: factOf(check, name) }];
    }),
};

export const checkRules: readonly ContradictionRule[] = [
  ...[...company, ...domain, ...zone].map((rule) => {
    const { key, title, why } = rule;
    return { key, title, why, find: (facts: ContradictionFacts) => ofChecks(facts, rule) };
  }),
  nameDiffers,
];
