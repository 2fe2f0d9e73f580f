/** Pages that an e-mail or the terminal leads to; the secret follows in the fragment, which no server sees. */
export const addresses = {
  invitation: '/invitation',
  passwordReset: '/reset-password',
  firstAdministrator: '/first-administrator',
  request: '/r',
  /** The buyer's page of an assessment; its id follows. */
  assessment: '/assessments',
} as const;

export function secretAddress(origin: string, page: Exclude<keyof typeof addresses, 'assessment'>, secret: string): string {
  return `${origin}${addresses[page]}#${secret}`;
}
