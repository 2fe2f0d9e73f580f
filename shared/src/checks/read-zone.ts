import { readingOf, remark, type CheckReading, type Remark } from './check.js';
import { answersTo, decodeReply, type DnsRecord, type RecordType } from './dns-message.js';

/** One question of a zone check: what was asked, and the bytes that came back, if any did. */
export interface ZoneReply {
  readonly name: string;
  readonly type: RecordType;
  /** Null: nobody answered. */
  readonly message: Uint8Array | null;
}

export interface ZonePolicy {
  /** Null: it could not be fetched. */
  readonly body: string | null;
}

export interface ZoneInput {
  readonly domain: string;
  readonly selectors: readonly string[];
  readonly replies: readonly ZoneReply[];
  /** The file of MTA-STS; absent where its record is not there and nothing was fetched. */
  readonly policy?: ZonePolicy;
}

/** What a check of a zone asks, in the order of its reading. */
export function zoneQuestions(
  domain: string,
  selectors: readonly string[],
): readonly { readonly name: string; readonly type: RecordType }[] {
  return [
    { name: domain, type: 'NS' },
    { name: domain, type: 'SOA' },
    { name: domain, type: 'DS' },
    { name: domain, type: 'MX' },
    { name: domain, type: 'TXT' },
    { name: `_dmarc.${domain}`, type: 'TXT' },
    { name: `_mta-sts.${domain}`, type: 'TXT' },
    { name: domain, type: 'CAA' },
    ...selectors.map((selector) => ({ name: `${selector}._domainkey.${domain}`, type: 'TXT' as const })),
  ];
}

type Found = { readonly records: readonly string[]; readonly authenticated: boolean };

/** Nothing where the reply is missing, is about something else, or is a failure: none of these says that a record is absent. */
function find({ replies }: ZoneInput, name: string, type: RecordType): Found | undefined {
  const message = replies.find((one) => one.name === name && one.type === type)?.message;
  const reply = message ? decodeReply(message) : undefined;
  if (reply === undefined || !answersTo(reply, reply.id, { name, type })) return undefined;
  if (reply.truncated || (reply.code !== 0 && reply.code !== 3)) return undefined;
  return {
    records: recordsOf(reply.answers, name, type),
    authenticated: reply.authenticated,
  };
}

/** Of the name itself, or of what it is another name for. */
function recordsOf(answers: readonly DnsRecord[], name: string, type: RecordType): string[] {
  const names = new Set([name]);
  for (const record of answers) if (record.type === 'CNAME' && names.has(record.name)) names.add(record.data);
  return answers.filter((record) => record.type === type && names.has(record.name)).map(({ data }) => data);
}

export function readZone(input: ZoneInput): CheckReading {
  return readingOf([
    ...delegation(input),
    ...signature(input),
    ...mail(input),
    ...senders(input),
    ...keys(input),
    ...alignment(input),
    ...transport(input),
    ...authorities(input),
  ]);
}

const unknownOf = (what: string): Remark =>
  remark(`${what.toLowerCase()}-unknown`, 'unknown', `${what}\u00a0: pas de réponse.`, `${what}: no answer.`);

function delegation(input: ZoneInput): Remark[] {
  const servers = find(input, input.domain, 'NS');
  const start = find(input, input.domain, 'SOA');
  const zone =
    start === undefined || start.records.length === 0
      ? []
      : [remark('soa', 'neutral', 'Début de la zone (SOA).', 'Start of the zone (SOA).', start.records[0])];
  if (servers === undefined) return [unknownOf('NS'), ...zone];
  const list = servers.records.toSorted().join(', ');
  if (servers.records.length === 0) {
    return [remark('ns-none', 'attention', 'Aucun serveur de noms.', 'No name server.'), ...zone];
  }
  return [
    servers.records.length === 1
      ? remark('ns-single', 'attention', 'Un seul serveur de noms.', 'A single name server.', list)
      : remark(
          'ns',
          'good',
          'Zone déléguée à plusieurs serveurs.',
          'Zone delegated to several servers.',
          list,
        ),
    ...zone,
  ];
}

function signature(input: ZoneInput): Remark[] {
  const signer = find(input, input.domain, 'DS');
  if (signer === undefined) return [unknownOf('DNSSEC')];
  if (signer.records.length === 0) {
    return [remark('dnssec-none', 'attention', 'Zone non signée (DNSSEC).', 'Zone not signed (DNSSEC).')];
  }
  const validated = find(input, input.domain, 'SOA')?.authenticated === true;
  return [
    validated
      ? remark(
          'dnssec',
          'good',
          'Zone signée, validée par le résolveur.',
          'Zone signed, validated by the resolver.',
        )
      : remark(
          'dnssec-not-validated',
          'neutral',
          'Zone signée\u00a0; le résolveur ne dit pas l’avoir validée.',
          'Zone signed; the resolver does not say that it validated it.',
        ),
  ];
}

function mail(input: ZoneInput): Remark[] {
  const servers = find(input, input.domain, 'MX');
  if (servers === undefined) return [unknownOf('MX')];
  const { records } = servers;
  if (records.length === 0) return [remark('mx-none', 'neutral', 'Pas de messagerie (MX).', 'No mail (MX).')];
  if (records.every((record) => record.trim() === '0'))
    return [remark('mx-null', 'good', 'Le domaine refuse tout courriel.', 'The domain takes no e-mail.')];
  return [
    remark('mx', 'good', 'Serveurs de messagerie (MX).', 'Mail servers (MX).', records.toSorted().join(', ')),
  ];
}

function senders(input: ZoneInput): Remark[] {
  const texts = find(input, input.domain, 'TXT');
  if (texts === undefined) return [unknownOf('SPF')];
  const policies = texts.records.filter((record) => /^v=spf1(\s|$)/i.test(record));
  const [policy = ''] = policies;
  if (policies.length === 0)
    return [remark('spf-none', 'attention', 'Pas d’enregistrement SPF.', 'No SPF record.')];
  if (policies.length > 1) {
    return [
      remark(
        'spf-several',
        'attention',
        'Plusieurs SPF\u00a0: aucun ne compte.',
        'Several SPF records: none counts.',
        policies.join(' | '),
      ),
    ];
  }
  const end = /(?:^|\s)([+?~-]?)all(?:\s|$)/i.exec(policy)?.[1];
  if (end === '-' || end === '~') return [remark('spf', 'good', 'SPF en place.', 'SPF in place.', policy)];
  if (end === undefined && /\sredirect=/i.test(policy))
    return [
      remark(
        'spf-redirect',
        'good',
        'SPF renvoyé à un autre domaine.',
        'SPF left to another domain.',
        policy,
      ),
    ];
  return [remark('spf-open', 'attention', 'SPF qui n’exclut personne.', 'SPF that excludes nobody.', policy)];
}

function keys(input: ZoneInput): Remark[] {
  if (input.selectors.length === 0) {
    return [
      remark('dkim-not-asked', 'neutral', 'DKIM\u00a0: aucun sélecteur donné.', 'DKIM: no selector given.'),
    ];
  }
  return input.selectors.flatMap((selector) => {
    const key = find(input, `${selector}._domainkey.${input.domain}`, 'TXT');
    if (key === undefined) return [unknownOf(`DKIM ${selector}`)];
    const [record] = key.records.filter((one) => /(?:^|;)\s*p=/i.test(one));
    if (record === undefined)
      return [
        remark('dkim-none', 'attention', `DKIM\u00a0: pas de clé ${selector}.`, `DKIM: no key ${selector}.`),
      ];
    const revoked = /(?:^|;)\s*p=\s*(?:;|$)/i.test(record);
    return [
      revoked
        ? remark(
            'dkim-revoked',
            'attention',
            `DKIM\u00a0: clé ${selector} révoquée.`,
            `DKIM: key ${selector} revoked.`,
          )
        : remark('dkim', 'good', `DKIM\u00a0: clé ${selector} publiée.`, `DKIM: key ${selector} published.`),
    ];
  });
}

function alignment(input: ZoneInput): Remark[] {
  const texts = find(input, `_dmarc.${input.domain}`, 'TXT');
  if (texts === undefined) return [unknownOf('DMARC')];
  const policies = texts.records.filter((record) => /^v=DMARC1\s*(;|$)/i.test(record));
  const [policy = ''] = policies;
  const wish = /;\s*p=\s*(none|quarantine|reject)/i.exec(policy)?.[1]?.toLowerCase();
  if (policies.length !== 1 || wish === undefined)
    return [remark('dmarc-none', 'attention', 'Pas de politique DMARC.', 'No DMARC policy.', policy)];
  return wish === 'none'
    ? [
        remark(
          'dmarc-watching',
          'attention',
          'DMARC observe sans rien refuser.',
          'DMARC watches and refuses nothing.',
          policy,
        ),
      ]
    : [remark('dmarc', 'good', 'DMARC en place.', 'DMARC in place.', policy)];
}

/** RFC 8461: a record that names a policy, and the policy itself over https. */
export function hasTransportPolicy(input: ZoneInput): boolean {
  const texts = find(input, `_mta-sts.${input.domain}`, 'TXT');
  return (texts?.records ?? []).some((record) => /^v=STSv1\s*;/i.test(record));
}

function transport(input: ZoneInput): Remark[] {
  if (find(input, `_mta-sts.${input.domain}`, 'TXT') === undefined) return [unknownOf('MTA-STS')];
  if (!hasTransportPolicy(input))
    return [remark('mta-sts-none', 'neutral', 'Pas de MTA-STS.', 'No MTA-STS.')];
  const body = input.policy?.body ?? null;
  if (body === null) return [unknownOf('MTA-STS')];
  const lines = body.split(/\r?\n/);
  const mode = lines.map((line) => /^mode:\s*(enforce|testing|none)\s*$/i.exec(line)?.[1]).find(Boolean);
  if (!lines.some((line) => /^version:\s*STSv1\s*$/i.test(line)) || mode === undefined)
    return [remark('mta-sts-broken', 'attention', 'MTA-STS illisible.', 'MTA-STS that cannot be read.')];
  return mode.toLowerCase() === 'enforce'
    ? [remark('mta-sts', 'good', 'MTA-STS appliqué.', 'MTA-STS enforced.')]
    : [remark('mta-sts-idle', 'neutral', `MTA-STS en mode ${mode}.`, `MTA-STS in mode ${mode}.`)];
}

function authorities(input: ZoneInput): Remark[] {
  const records = find(input, input.domain, 'CAA')?.records;
  if (records === undefined) return [unknownOf('CAA')];
  return records.length === 0
    ? [
        remark(
          'caa-none',
          'neutral',
          'Pas de CAA\u00a0: toute autorité peut certifier.',
          'No CAA: any authority may certify.',
        ),
      ]
    : [
        remark(
          'caa',
          'good',
          'Autorités de certification limitées (CAA).',
          'Certificate authorities limited (CAA).',
          records.join(', '),
        ),
      ];
}

export const controlPrefix = '_probant';

/** The text that whoever holds the zone is asked to add, and no one else can. */
export function controlText(token: string): string {
  return `probant-zone=${token}`;
}

export function readControl(domain: string, token: string, reply: ZoneReply): CheckReading {
  const found = find({ domain, selectors: [], replies: [reply] }, reply.name, 'TXT');
  if (found === undefined) return readingOf([unknownOf('TXT')]);
  return readingOf([
    found.records.includes(controlText(token))
      ? remark(
          'zone-held',
          'good',
          'Le jeton est dans la zone\u00a0: vous la contrôlez.',
          'The token is in the zone: you control it.',
        )
      : remark(
          'zone-not-held',
          'attention',
          'Le jeton n’est pas dans la zone.',
          'The token is not in the zone.',
        ),
  ]);
}
