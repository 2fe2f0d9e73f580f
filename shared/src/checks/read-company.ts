import { isDay } from '../calendar.js';
import { dayInWords } from '../words/dates.js';
import { failedReading, parseReply, readingOf, remark, type CheckReading, type Remark } from './check.js';
import { flagAt, listAt, numberAt, recordAt, textAt } from './read-json.js';

/** « Recherche d'entreprises »: whether the company is there and alive. Insolvency shows to agents only: confirm in the Bodacc. */
export function readCompany(siren: string, body: string): CheckReading {
  const results = listAt(parseReply(body), 'results');
  if (results === undefined) return failedReading('bad-reply');
  const company = results.find((one) => textAt(one, 'siren') === siren);
  // A reply about somebody else says nothing of this company.
  if (company === undefined && results.length > 0) return failedReading('bad-reply');
  if (company === undefined) {
    return readingOf([
      remark(
        'company-missing',
        'attention',
        'Ce SIREN n’est pas à l’annuaire.',
        'This SIREN is not in the register.',
      ),
    ]);
  }
  return readingOf([
    ...nameRemark(company),
    ...stateRemarks(company),
    ...insolvencyRemarks(company),
    ...financeRemarks(company),
  ]);
}

function nameRemark(company: unknown): Remark[] {
  const name = textAt(company, 'nom_complet');
  return name === undefined
    ? []
    : [remark('company-name', 'neutral', 'Dénomination au registre.', 'Name in the register.', name)];
}

function stateRemarks(company: unknown): Remark[] {
  const state = textAt(company, 'etat_administratif');
  const closedOn = textAt(company, 'date_fermeture') ?? '';
  const struckOff =
    flagAt(company, 'bodacc', 'radiation', 'est_radie') === true ||
    textAt(company, 'immatriculation', 'date_radiation') !== undefined;
  const remarks: Remark[] = [];
  if (state === 'A' && !struckOff) {
    remarks.push(remark('company-active', 'good', 'Entreprise en activité.', 'The company is active.'));
  } else if (state === 'C') {
    remarks.push(
      remark('company-closed', 'attention', 'Entreprise cessée.', 'The company has ceased.', closedOn),
    );
  } else if (!struckOff) {
    remarks.push(remark('company-state-unknown', 'unknown', 'État non indiqué.', 'State not told.'));
  }
  if (struckOff)
    remarks.push(
      remark('company-struck-off', 'attention', 'Entreprise radiée.', 'The company is struck off.'),
    );
  return remarks;
}

const procedures: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  sauvegarde: ['Procédure de sauvegarde annoncée.', 'Safeguard proceedings announced.'],
  redressement_judiciaire: ['Redressement judiciaire annoncé.', 'Receivership announced.'],
  liquidation_judiciaire: ['Liquidation judiciaire annoncée.', 'Liquidation announced.'],
};

function insolvencyRemarks(company: unknown): Remark[] {
  const procedure = recordAt(company, 'bodacc', 'procedure_collective');
  const state = textAt(procedure, 'statut');
  if (state === undefined) return [];
  const [fr, en] = procedures[state] ?? [
    'Procédure collective annoncée.',
    'Collective proceedings announced.',
  ];
  return [remark('company-insolvency', 'attention', fr, en, textAt(procedure, 'date') ?? '')];
}

function financeRemarks(company: unknown): Remark[] {
  const years = Object.entries(recordAt(company, 'finances') ?? {})
    .filter(([year]) => /^\d{4}$/.test(year))
    .toSorted(([one], [other]) => other.localeCompare(one));
  const [last] = years;
  if (last === undefined) return [];
  const [year, figures] = last;
  const result = numberAt(figures, 'resultat_net');
  if (result === undefined) return [];
  return result < 0
    ? [remark('company-loss', 'attention', `Perte en ${year}.`, `Loss in ${year}.`, `${result} €`)]
    : [remark('company-profit', 'good', `Bénéfice en ${year}.`, `Profit in ${year}.`, `${result} €`)];
}

const shownNotices = 5;

/** BODACC: collective proceedings and striking-off, newest first. The judgment is JSON inside a string. */
export function readBodacc(siren: string, body: string): CheckReading {
  const results = listAt(parseReply(body), 'results');
  if (results === undefined) return failedReading('bad-reply');
  const own = results.filter((notice) => namesSiren(notice, siren));
  // A reply about somebody else says nothing of this company.
  if (results.length > 0 && own.length === 0) return failedReading('bad-reply');
  const grave = own.filter((notice) =>
    ['collective', 'radiation', 'conciliation'].includes(textAt(notice, 'familleavis') ?? ''),
  );
  const accounts = own.find((notice) => textAt(notice, 'familleavis') === 'dpc');
  return readingOf([
    ...(grave.length === 0
      ? [
          remark(
            'bodacc-clear',
            'good',
            'Aucune procédure collective ni radiation parmi les annonces lues.',
            'No collective proceedings and no striking-off among the notices read.',
          ),
        ]
      : grave.slice(0, shownNotices).map(noticeRemark)),
    ...(accounts === undefined
      ? []
      : [
          remark(
            'bodacc-accounts',
            'neutral',
            'Dernier dépôt de comptes annoncé.',
            'Last filing of accounts announced.',
            textAt(accounts, 'dateparution') ?? '',
          ),
        ]),
  ]);
}

/** `registre` is a text or a list, with or without spaces in the number. */
function namesSiren(notice: unknown, siren: string): boolean {
  const listed = listAt(notice, 'registre') ?? [textAt(notice, 'registre')];
  return listed.some((one) => typeof one === 'string' && one.replaceAll(/\D/g, '').includes(siren));
}

function noticeRemark(notice: unknown): Remark {
  const judgment = parseReply(textAt(notice, 'jugement') ?? '');
  const nature =
    textAt(judgment, 'nature') ??
    textAt(judgment, 'famille') ??
    textAt(notice, 'familleavis_lib') ??
    textAt(notice, 'familleavis') ??
    '';
  const on = textAt(notice, 'dateparution') ?? '';
  const day = (language: 'fr' | 'en'): string => (isDay(on) ? dayInWords(on, language) : on);
  return remark(
    'bodacc-notice',
    'attention',
    `Annonce du ${day('fr')}\u00a0: ${nature}.`,
    `Notice of ${day('en')}: ${nature}.`,
    [textAt(notice, 'id'), textAt(notice, 'tribunal')].filter(Boolean).join(', '),
  );
}

/** VIES: whether the number exists there today; the consultation number is the proof. */
export function readVat(vat: string, body: string): CheckReading {
  const reply = parseReply(body);
  const valid = flagAt(reply, 'isValid') ?? flagAt(reply, 'valid');
  const error = textAt(reply, 'userError');
  // The member state did not answer: that is no "no".
  if (valid === undefined || (error !== undefined && !['VALID', 'INVALID'].includes(error))) {
    return failedReading(recordAt(reply) === undefined ? 'bad-reply' : 'bad-status');
  }
  const told = textAt(reply, 'vatNumber');
  if (told !== undefined && !vat.endsWith(told.replaceAll(/\W/g, ''))) return failedReading('bad-reply');
  const name = textAt(reply, 'name');
  const consultation = textAt(reply, 'requestIdentifier');
  return readingOf([
    valid
      ? remark('vat-valid', 'good', 'Numéro de TVA valide dans VIES.', 'VAT number valid in VIES.', vat)
      : remark(
          'vat-invalid',
          'attention',
          'Numéro de TVA inconnu de VIES.',
          'VAT number unknown to VIES.',
          vat,
        ),
    ...(name === undefined || name === '---'
      ? []
      : [remark('vat-name', 'neutral', 'Nom dans VIES.', 'Name in VIES.', name)]),
    ...(consultation === undefined
      ? []
      : [
          remark(
            'vat-consultation',
            'neutral',
            'Numéro de consultation.',
            'Consultation number.',
            consultation,
          ),
        ]),
  ]);
}
