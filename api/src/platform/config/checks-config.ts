import dns from 'node:dns';
import net from 'node:net';
import { StartRefusal } from './start-refusal.js';
import { findSwitch, findText, findUrl, type Environment } from './variables.js';

/** Where registers are asked, without a slash at the end; addresses are the operator's choice and may be inside its network. */
export interface ChecksConfig {
  readonly companyUrl: string;
  readonly bodaccUrl: string;
  readonly vatUrl: string;
  /** The bootstrap file of RDAP, which names the register of each top-level domain. */
  readonly rdapUrl: string;
  readonly dns: readonly { readonly address: string; readonly port: number }[];
}

const addresses = {
  CHECKS_COMPANY_URL: 'https://recherche-entreprises.api.gouv.fr',
  CHECKS_BODACC_URL: 'https://bodacc-datadila.opendatasoft.com',
  CHECKS_VAT_URL: 'https://ec.europa.eu/taxation_customs/vies/rest-api',
  CHECKS_RDAP_URL: 'https://data.iana.org/rdap/dns.json',
} as const;

export function readChecks(env: Environment): ChecksConfig | null {
  if (findSwitch(env, 'CHECKS') !== true) {
    const set = [...Object.keys(addresses), 'CHECKS_DNS'].find((name) => findText(env, name) !== undefined);
    if (set !== undefined)
      throw new StartRefusal(`CHECKS is not on although ${set} is set: set CHECKS=on, or neither.`);
    return null;
  }
  const addressOf = (name: keyof typeof addresses): string =>
    (findUrl(env, name, ['https:', 'http:'])?.href ?? addresses[name]).replace(/\/$/, '');
  return {
    companyUrl: addressOf('CHECKS_COMPANY_URL'),
    bodaccUrl: addressOf('CHECKS_BODACC_URL'),
    vatUrl: addressOf('CHECKS_VAT_URL'),
    rdapUrl: addressOf('CHECKS_RDAP_URL'),
    dns: readResolvers(findText(env, 'CHECKS_DNS')),
  };
}

function readResolvers(text: string | undefined): ChecksConfig['dns'] {
  return (text?.split(/[\s,]+/).filter((one) => one !== '') ?? dns.getServers()).map(readResolver);
}

function readResolver(text: string): ChecksConfig['dns'][number] {
  if (net.isIP(text) !== 0) return { address: text, port: 53 };
  const [, address = '', port = '53'] = /^\[?([^\]]*?)\]?(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (net.isIP(address) === 0 || Number(port) > 65_535) {
    throw new StartRefusal(
      'CHECKS_DNS must be addresses of resolvers, such as 192.0.2.53 or [2001:db8::53]:53.',
    );
  }
  return { address, port: Number(port) };
}
