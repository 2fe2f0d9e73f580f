/** SIREN, SIRET and VAT numbers of French companies. A failed checksum is worth a warning: real numbers exist that fail it. */

/** Digits only: "732 829 320" is 732829320. */
export function compactNumber(text: string): string {
  return text.replace(/[\s.\u00a0\u202f-]/g, '');
}

/**
 * The SIREN in what a person typed or pasted: itself, a SIRET (its first nine digits) or a French VAT number (its last nine).
 * Nothing when it is none of these.
 */
export function findSiren(text: string): string | undefined {
  const bare = compactNumber(text).toUpperCase();
  if (isSirenShaped(bare)) return bare;
  if (isSiretShaped(bare)) return bare.slice(0, 9);
  return /^FR[0-9A-Z]{2}\d{9}$/.test(bare) ? bare.slice(4) : undefined;
}

export function isSirenShaped(text: string): boolean {
  return /^\d{9}$/.test(text);
}

export function isSiretShaped(text: string): boolean {
  return /^\d{14}$/.test(text);
}

export function hasSirenChecksum(siren: string): boolean {
  return isSirenShaped(siren) && siren !== '000000000' && luhnSum(siren) % 10 === 0;
}

const laPoste = '356000000';

/** La Poste has more establishments than the checksum has numbers; the register takes any number that starts with its SIREN. */
export function hasSiretChecksum(siret: string): boolean {
  if (!isSiretShaped(siret)) return false;
  return siret.startsWith(laPoste) || luhnSum(siret) % 10 === 0;
}

/** Every second digit from the right counts double, and 9 less when that makes two digits. */
function luhnSum(digits: string): number {
  return Array.from(digits, Number).reduceRight((sum, digit, index) => {
    const value = digit * ((digits.length - index) % 2 === 0 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

/** Computed from the SIREN; whether the company has one is for VIES to say. */
export function vatNumber(siren: string): string | undefined {
  if (!isSirenShaped(siren)) return undefined;
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, '0')}${siren}`;
}

/** "732 829 320", with narrow no-break spaces. */
export function formatSiren(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, '$1\u202f');
}
