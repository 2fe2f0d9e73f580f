import dns from 'node:dns/promises';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { isPublicAddress } from '@probant/shared/checks/public-address';

export interface Target {
  /** As the address of the page names it: what the certificate and the Host header are for. */
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

/** Where a connection leads out of the process. */
export type Connect = (to: Target & { readonly address: string; readonly signal: AbortSignal }) => Duplex;
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface Doors {
  readonly resolve: Resolve;
  readonly connect: Connect;
}

export const systemDoors: Doors = {
  resolve: async (host) => (await dns.lookup(host, { all: true })).map(({ address }) => address),
  connect: ({ host, address, port, secure, signal }) => {
    const socket = secure
      ? tls.connect({
          host: address,
          port,
          ALPNProtocols: ['http/1.1'],
          // An address has no name to ask the certificate for.
          ...(net.isIP(host) === 0 ? { servername: host } : {}),
        })
      : net.connect({ host: address, port });
    signal.addEventListener('abort', () => socket.destroy(), { once: true });
    return socket;
  },
};

/** The host of an address that came from elsewhere leads to where nobody from outside may go. */
export class AddressRefused extends Error {}

/** To a host that the operator chose: any address. */
export async function openChosen(doors: Doors, target: Target, signal: AbortSignal): Promise<Duplex> {
  const [address] = await addressesOf(doors, target.host);
  if (address === undefined) throw new Error('the host has no address');
  return doors.connect({ ...target, address, signal });
}

/**
 * To a host that somebody else named. It is resolved once; when any of its addresses is not public it is refused, and the
 * connection goes to the address that was looked at, so that a second answer of its name cannot lead elsewhere.
 */
export async function openGuarded(doors: Doors, target: Target, signal: AbortSignal): Promise<Duplex> {
  const addresses = await addressesOf(doors, target.host);
  const [address] = addresses;
  if (address === undefined) throw new Error('the host has no address');
  if (!addresses.every(isPublicAddress)) throw new AddressRefused();
  return doors.connect({ ...target, address, signal });
}

async function addressesOf({ resolve }: Doors, host: string): Promise<readonly string[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  return net.isIP(bare) === 0 ? resolve(bare) : [bare];
}
