import type { Day } from '../calendar.js';
import { fillIn } from '../problems.js';
import type { Language, Localised } from '../questionnaires/document.js';
import { hasClause, type Breach, type ContractFacts, type NoticeDraft } from './draft.js';
import { cautionSentences, faultSentences } from './gate-sentences.js';

/** What has to hold before a formal notice is posted. */
export const gateKeys = ['obligation', 'proof', 'basis', 'channel', 'breaches', 'cure'] as const;
export type GateKey = (typeof gateKeys)[number];

export const gateNames: Readonly<Record<GateKey, Localised>> = {
  obligation: { fr: 'Obligation substantielle', en: 'Substantial obligation' },
  proof: { fr: 'Preuve datée et solide', en: 'Dated and solid proof' },
  basis: { fr: 'Clause citée, ou article 1226', en: 'Clause quoted, or article 1226' },
  channel: { fr: 'Envoi qui prouve la réception', en: 'Posting that proves receipt' },
  breaches: { fr: 'Chaque manquement est complet', en: 'Each breach is complete' },
  cure: { fr: 'Délai de réparation', en: 'Cure period' },
};

export type FaultCode = keyof typeof faultSentences;
export type CautionCode = keyof typeof cautionSentences;

interface Said<Code> {
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Gate {
  readonly key: GateKey;
  /** What keeps it shut; none: it is open. */
  readonly faults: readonly Said<FaultCode>[];
  /** What counsel should weigh; it shuts nothing. */
  readonly cautions: readonly Said<CautionCode>[];
}

export interface WeighedPiece {
  readonly id: string;
  /** φ of its level. */
  readonly phi: number;
  readonly datedOn: Day | null;
}

/** Below it a claim rests on little more than the claimant's word. */
export const provenFrom = 0.7;
/** Fewer days are seldom the reasonable time that article 1226 asks for. */
const reasonableDays = 15;

export function gatesOf(draft: NoticeDraft, facts: ContractFacts, pieces: readonly WeighedPiece[]): Gate[] {
  return [
    obligationGate(draft, facts),
    proofGate(draft, pieces),
    basisGate(draft, facts),
    channelGate(draft),
    breachGate(draft),
    cureGate(draft, facts),
  ];
}

export function shutGates(gates: readonly Gate[]): GateKey[] {
  return gates.filter(({ faults }) => faults.length > 0).map(({ key }) => key);
}

const numbered = <Code>(
  breaches: readonly Breach[],
  code: Code,
  wrong: (breach: Breach) => boolean,
): Said<Code>[] =>
  breaches.flatMap((breach, index) => (wrong(breach) ? [{ code, params: { number: index + 1 } }] : []));

function obligationGate({ breaches }: NoticeDraft, { substantial }: ContractFacts): Gate {
  const lists = substantial !== null && substantial.quote !== '' && substantial.status !== 'adverse';
  return {
    key: 'obligation',
    faults: [
      ...(breaches.length === 0 ? [{ code: 'no-breach' } as const] : []),
      ...numbered(breaches, 'not-listed' as const, ({ substance }) => substance === 'listed' && !lists),
      ...numbered(
        breaches,
        'gravity-missing' as const,
        ({ substance, gravity }) => substance === 'argued' && gravity === '',
      ),
    ],
    cautions: numbered(breaches, 'gravity-argued' as const, ({ substance }) => substance === 'argued'),
  };
}

/** φ̄: over the breaches, the strongest dated piece of each. */
export function proofIndex(breaches: readonly Breach[], pieces: readonly WeighedPiece[]): number | null {
  if (breaches.length === 0) return null;
  const dated = new Map(pieces.filter(({ datedOn }) => datedOn !== null).map(({ id, phi }) => [id, phi]));
  const strongest = breaches.map(({ pieceIds }) => Math.max(0, ...pieceIds.map((id) => dated.get(id) ?? 0)));
  return strongest.reduce((sum, phi) => sum + phi, 0) / strongest.length;
}

function proofGate({ breaches }: NoticeDraft, pieces: readonly WeighedPiece[]): Gate {
  const index = proofIndex(breaches, pieces);
  const undated = new Set(pieces.filter(({ datedOn }) => datedOn === null).map(({ id }) => id));
  // Sums of tenths in binary: a mean that is 0.7 on paper counts as such.
  const low = index !== null && index < provenFrom - 1e-9;
  return {
    key: 'proof',
    faults: [
      ...(index === null ? [{ code: 'no-breach' } as const] : []),
      ...(low ? [{ code: 'proof-low', params: { index: index.toFixed(2) } } as const] : []),
      ...numbered(breaches, 'piece-undated' as const, ({ pieceIds }) =>
        pieceIds.some((id) => undated.has(id)),
      ),
    ],
    cautions: [],
  };
}

function basisGate(draft: NoticeDraft, facts: ContractFacts): Gate {
  const unnamed = draft.contractTitle === '' ? [{ code: 'contract-unnamed' } as const] : [];
  if (draft.basis === 'art-1226') {
    return { key: 'basis', faults: unnamed, cautions: hasClause(facts) ? [{ code: 'clause-not-used' }] : [] };
  }
  const known = [facts.terms?.cure?.wording ?? '', facts.termination?.quote ?? ''].filter(
    (text) => text !== '',
  );
  const quoted = sameWords(draft.clauseWording);
  const verbatim = known.some((text) => sameWords(text).includes(quoted));
  const missing = draft.clauseWording === '' || draft.clauseArticle === '';
  return {
    key: 'basis',
    faults: [
      ...unnamed,
      ...(missing ? [{ code: 'clause-missing' } as const] : []),
      ...(!missing && known.length > 0 && !verbatim ? [{ code: 'clause-not-verbatim' } as const] : []),
    ],
    cautions: !missing && known.length === 0 ? [{ code: 'clause-unchecked' }] : [],
  };
}

/** Typography and line ends apart, word for word. */
function sameWords(text: string): string {
  return text.normalize('NFC').replaceAll(/[’ʼ]/gu, "'").replaceAll(/\s+/gu, ' ').trim();
}

function channelGate({
  channel,
  recipientName,
  recipientAddress,
  senderAddress,
  signatory,
}: NoticeDraft): Gate {
  const incomplete = [recipientName, recipientAddress, senderAddress, signatory].includes('');
  return {
    key: 'channel',
    faults: [
      ...(channel === 'other' ? [{ code: 'channel-weak' } as const] : []),
      ...(incomplete ? [{ code: 'address-missing' } as const] : []),
    ],
    cautions: [],
  };
}

function breachGate({ breaches, demand }: NoticeDraft): Gate {
  return {
    key: 'breaches',
    faults: [
      ...(breaches.length === 0 ? [{ code: 'no-breach' } as const] : []),
      ...numbered(breaches, 'obligation-missing' as const, ({ obligation }) => obligation === ''),
      ...numbered(breaches, 'article-missing' as const, ({ article }) => article === ''),
      ...numbered(breaches, 'day-missing' as const, ({ on }) => on === null),
      ...numbered(breaches, 'facts-missing' as const, ({ facts }) => facts === ''),
      ...numbered(breaches, 'piece-missing' as const, ({ pieceIds }) => pieceIds.length === 0),
      ...(demand === '' ? [{ code: 'demand-missing' } as const] : []),
    ],
    cautions: [],
  };
}

function cureGate({ cureDays, basis }: NoticeDraft, { terms }: ContractFacts): Gate {
  const agreed = terms?.cure?.kind === 'clause' ? terms.cure.days : null;
  const short = cureDays !== null && agreed !== null && cureDays < agreed;
  return {
    key: 'cure',
    faults: [
      ...(cureDays === null ? [{ code: 'cure-missing' } as const] : []),
      ...(short ? [{ code: 'cure-short', params: { days: agreed } } as const] : []),
    ],
    cautions:
      basis === 'art-1226' && cureDays !== null && cureDays < reasonableDays
        ? [{ code: 'cure-reasonable' }]
        : [],
  };
}

export function gateSentence(said: Said<FaultCode | CautionCode>, language: Language): string {
  const sentence = { ...faultSentences, ...cautionSentences }[said.code][language];
  const { index, ...params } = said.params ?? {};
  // The one decimal fraction among them.
  const written = language === 'fr' ? String(index).replace('.', ',') : String(index);
  return fillIn(sentence, index === undefined ? params : { ...params, index: written });
}
