import { daysBetween, isDay, type Day } from '../calendar.js';
import { dayInWords } from '../words/dates.js';
import { failedReading, parseReply, readingOf, remark, type CheckReading, type Remark } from './check.js';
import { flagAt, listAt, recordAt, textAt } from './read-json.js';

const soonDays = 60;

/** RDAP of a domain (RFC 9083): who holds it, until when, and whether its delegation is signed. */
export function readRdap(domain: string, body: string, today: Day): CheckReading {
  const reply = parseReply(body);
  if (recordAt(reply) === undefined) return failedReading('bad-reply');
  const told = (textAt(reply, 'ldhName') ?? '').toLowerCase().replace(/\.$/, '');
  if (told !== domain) return failedReading('bad-reply');
  return readingOf([
    ...holders(reply),
    ...expiry(reply, today),
    ...statuses(reply),
    ...signed(reply),
    ...nameServers(reply),
  ]);
}

function holders(reply: unknown): Remark[] {
  const registrant = nameOf(reply, 'registrant');
  const registrar = nameOf(reply, 'registrar');
  return [
    registrant === undefined
      ? remark(
          'rdap-registrant-hidden',
          'unknown',
          'Titulaire non publié\u00a0: une capture du bureau d’enregistrement le montrerait.',
          'Registrant not published: a screenshot of the registrar would show it.',
        )
      : remark('rdap-registrant', 'good', 'Titulaire publié.', 'Registrant published.', registrant),
    ...(registrar === undefined
      ? []
      : [remark('rdap-registrar', 'neutral', 'Bureau d’enregistrement.', 'Registrar.', registrar)]),
  ];
}

const redacted = /redacted|masqu|privacy|not disclosed|ano\d+/i;

/** The formatted name of the first entity with the role, in its vCard (`["vcard", [["fn", {}, "text", "…"]]]`). */
function nameOf(reply: unknown, role: string): string | undefined {
  for (const entity of listAt(reply, 'entities') ?? []) {
    if (!(listAt(entity, 'roles') ?? []).includes(role)) continue;
    const [, properties] = listAt(entity, 'vcardArray') ?? [];
    if (!Array.isArray(properties)) continue;
    for (const property of properties as readonly unknown[]) {
      if (!Array.isArray(property)) continue;
      const [name, , , value] = property as readonly unknown[];
      if (name === 'fn' && typeof value === 'string' && value.trim() !== '' && !redacted.test(value))
        return value.trim().slice(0, 200);
    }
  }
  return undefined;
}

function expiry(reply: unknown, today: Day): Remark[] {
  const event = (listAt(reply, 'events') ?? []).find((one) => textAt(one, 'eventAction') === 'expiration');
  const on = textAt(event, 'eventDate')?.slice(0, 10) ?? '';
  if (!isDay(on)) {
    return [remark('rdap-expiry-hidden', 'neutral', 'Échéance non publiée.', 'Expiry not published.')];
  }
  const words = (language: 'fr' | 'en'): string => dayInWords(on, language);
  const left = daysBetween(today, on);
  if (left < 0)
    return [remark('rdap-expired', 'attention', `Échu le ${words('fr')}.`, `Expired on ${words('en')}.`, on)];
  return left <= soonDays
    ? [
        remark(
          'rdap-expires-soon',
          'attention',
          `Expire le ${words('fr')}.`,
          `Expires on ${words('en')}.`,
          on,
        ),
      ]
    : [remark('rdap-expiry', 'good', `Expire le ${words('fr')}.`, `Expires on ${words('en')}.`, on)];
}

const held = ['redemption period', 'pending delete', 'client hold', 'server hold'];

function statuses(reply: unknown): Remark[] {
  const told = (listAt(reply, 'status') ?? []).filter((one): one is string => typeof one === 'string');
  const bad = told.filter((one) => held.includes(one.toLowerCase()));
  if (bad.length > 0) {
    return [
      remark(
        'rdap-held',
        'attention',
        'Nom suspendu ou en cours de suppression.',
        'Name on hold or being deleted.',
        bad.join(', '),
      ),
    ];
  }
  return told.length === 0
    ? []
    : [remark('rdap-status', 'neutral', 'États du nom.', 'States of the name.', told.slice(0, 8).join(', '))];
}

function signed(reply: unknown): Remark[] {
  const delegation = flagAt(reply, 'secureDNS', 'delegationSigned');
  if (delegation === undefined) return [];
  return delegation
    ? [remark('rdap-signed', 'good', 'Délégation signée (DNSSEC).', 'Delegation signed (DNSSEC).')]
    : [remark('rdap-unsigned', 'neutral', 'Délégation non signée.', 'Delegation not signed.')];
}

function nameServers(reply: unknown): Remark[] {
  const names = (listAt(reply, 'nameservers') ?? []).flatMap((one) => textAt(one, 'ldhName') ?? []);
  return names.length === 0
    ? []
    : [
        remark(
          'rdap-nameservers',
          'neutral',
          'Serveurs de noms délégués.',
          'Delegated name servers.',
          names.slice(0, 8).join(', ').toLowerCase(),
        ),
      ];
}

/** The address of the register of a top-level domain, by the bootstrap file of the IANA (RFC 9224); https alone. */
export function findRdapServer(bootstrap: string, domain: string): string | undefined {
  const last = domain.split('.').at(-1) ?? '';
  for (const service of listAt(parseReply(bootstrap), 'services') ?? []) {
    if (!Array.isArray(service)) continue;
    const [names, addresses] = service as readonly unknown[];
    if (!Array.isArray(names) || !Array.isArray(addresses)) continue;
    if (!names.some((name) => typeof name === 'string' && name.toLowerCase() === last)) continue;
    const address = (addresses as readonly unknown[]).find(
      (one): one is string => typeof one === 'string' && one.startsWith('https://'),
    );
    if (address !== undefined) return address.endsWith('/') ? address : `${address}/`;
  }
  return undefined;
}
