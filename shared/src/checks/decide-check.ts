import { accept, fieldRefusal, refuse, refuseFields, type Decision } from '../decision.js';
import { findDomain } from '../suppliers/network-names.js';
import { checkTargets, type CheckKind } from './check.js';

export interface AskedCheck {
  readonly kind: CheckKind;
  readonly domain: string;
  readonly selectors: readonly string[];
}

export interface DecidedCheck {
  readonly kind: CheckKind;
  readonly target: string;
  readonly selectors: string[];
  readonly token: string;
}

/** What was found out stands for a while; what failed may be asked again at once. */
export const reusedForMs = 3_600_000;

const selector = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?)*$/i;

/** What will be asked about what; a check of control needs the token that the zone should hold. */
export function decideCheck(
  { kind, domain, selectors }: AskedCheck,
  known: { readonly siren: string | null; readonly token: string | null },
): Decision<DecidedCheck> {
  const nothing = { kind, selectors: [], token: '' };
  if (checkTargets[kind] === 'siren') {
    return known.siren === null ? refuse('siren-missing') : accept({ ...nothing, target: known.siren });
  }
  const target = findDomain(domain);
  if (target === undefined) {
    return refuseFields([fieldRefusal('/domain', domain === '' ? 'required' : 'not-a-domain')]);
  }
  if (kind === 'zone-control') {
    return known.token === null
      ? refuse('zone-token-missing')
      : accept({ ...nothing, target, token: known.token });
  }
  if (kind !== 'dns') return accept({ ...nothing, target });
  const errors = selectors.flatMap((one, place) =>
    selector.test(one) ? [] : [fieldRefusal(`/selectors/${place}`, 'not-a-domain')],
  );
  if (errors.length > 0) return refuseFields(errors);
  return accept({ ...nothing, target, selectors: [...new Set(selectors.map((one) => one.toLowerCase()))] });
}
