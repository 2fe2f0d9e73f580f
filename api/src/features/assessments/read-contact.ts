/** The buyer's contact as the request names it, `Name <address>` or an address alone. */
export function readContact(contact: string): { address: string; name: string } | null {
  const [, name = '', address = ''] = /^(?:(.*?)\s*<)?([^<>\s]+@[^<>\s]+?)>?$/.exec(contact) ?? [];
  return address === '' ? null : { address, name };
}
