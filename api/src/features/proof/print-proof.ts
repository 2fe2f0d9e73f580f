import { parisDay } from '@probant/shared/calendar';
import type { ManifestFile, ProofManifest } from '@probant/shared/proof/manifest';
import type { Content } from 'pdfmake/interfaces.js';
import type { PdfDocument } from '../../platform/pdf/render-pdf.js';
import { maxActs, type Act } from './gather-chain.js';

export interface Printed {
  readonly manifest: Omit<ProofManifest, 'files' | 'format'>;
  readonly files: readonly ManifestFile[];
  readonly acts: readonly Act[];
  readonly fingerprint: string;
}

const space = '\u00a0';
const footer = 'Dossier de preuve Probant : indicatif, ne constitue pas un conseil juridique';

/** The numbered index of what is joined, as French courts ask for it. */
export function printIndex({ manifest, files, fingerprint }: Printed): PdfDocument {
  const rows = files.map(({ title, path, bytes, sha256 }, place): Content[] => [
    { text: String(place + 1) },
    { stack: [{ text: title }, { text: broken(path), style: 'small', color: '#5b6472' }] },
    { text: showBytes(bytes), alignment: 'right' },
    { text: groups(sha256), style: 'small' },
  ]);
  return {
    ...common(manifest, 'Bordereau de pièces'),
    content: [
      ...heading(manifest, 'Bordereau de pièces'),
      {
        text: `Chaque fichier est désigné par son empreinte SHA-256. L’ensemble est scellé par la clé d’empreinte ${groups(fingerprint)}. La vérification se fait sans Probant${space}: page « Vérifier » hors ligne, commande « probant verify », ou tout programme écrit d’après le format publié.`,
        margin: [0, 0, 0, 8],
      },
      table(['N°', 'Pièce', 'Taille', 'SHA-256'], [24, '*', 56, 150], rows),
    ],
  };
}

export function printChronology({ manifest, acts }: Printed): PdfDocument {
  const rows = [...acts]
    .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
    .map(({ at, sentence }): Content[] => [{ text: showInstant(at) }, { text: sentence }]);
  const cut =
    acts.length >= maxActs
      ? ` Les ${maxActs} premiers actes sont imprimés${space}; les journaux les contiennent tous.`
      : '';
  return {
    ...common(manifest, 'Chronologie'),
    content: [
      ...heading(manifest, 'Chronologie'),
      {
        text: `Actes tirés des journaux d’événements joints, heure de Paris. Les réponses enregistrées une à une n’y sont pas répétées.${cut}`,
        margin: [0, 0, 0, 8],
      },
      table(['Date', 'Acte'], [112, '*'], rows),
    ],
  };
}

function common({ sealedAt, subject }: Printed['manifest'], title: string) {
  return {
    title: `${title}, ${subject.title}`,
    language: 'fr' as const,
    createdAt: new Date(sealedAt),
    footer,
  };
}

function heading({ owner, subject, sealedAt }: Printed['manifest'], title: string): Content[] {
  return [
    { text: title, style: 'title', headlineLevel: 1 },
    { text: subject.title, fontSize: 12 },
    { text: `${owner.name}, scellé le ${showInstant(sealedAt)}`, style: 'label', margin: [0, 0, 0, 10] },
  ];
}

function table(head: readonly string[], widths: (number | string)[], rows: readonly Content[][]): Content {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths,
      body: [head.map((text): Content => ({ text, bold: true })), ...rows],
    },
    layout: 'lightHorizontalLines',
  };
}

function showInstant(at: string): string {
  const time = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'medium' });
  return `${parisDay(at).split('-').reverse().join('/')} ${time.format(new Date(at))}`;
}

function showBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes}${space}o`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'ko'] : [bytes / 1_000_000, 'Mo'];
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: 1 })}${space}${unit}`;
}

/** A path has no place where a line may end. */
function broken(path: string): string {
  return path.match(/.{1,48}/g)?.join('\n') ?? path;
}

/** Blocks of eight, so that a hash can break across lines and be compared by eye. */
function groups(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? hash;
}
