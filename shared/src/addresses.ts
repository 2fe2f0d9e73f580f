/** Pages that an e-mail or the terminal leads to; the secret follows in the fragment, which no server sees. */
export const addresses = {
  invitation: '/invitation',
  passwordReset: '/reset-password',
  firstAdministrator: '/first-administrator',
  request: '/r',
} as const;

export function secretAddress(origin: string, page: keyof typeof addresses, secret: string): string {
  return `${origin}${addresses[page]}#${secret}`;
}
