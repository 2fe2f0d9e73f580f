import { defineTexts } from '../../platform/i18n/texts.js';

export const chartTexts = defineTexts({
  fr: {
    presentation: 'Présentation de «\u00a0{title}\u00a0»',
    drawing: 'Dessin',
    table: 'Tableau',
    'table.of': 'Tableau de «\u00a0{title}\u00a0»',
    download: 'Télécharger «\u00a0{title}\u00a0»',
    png: 'Image (PNG)',
    svg: 'Dessin (SVG)',
    csv: 'Tableau (CSV)',
    failed: 'L’image n’a pas pu être faite. Le dessin SVG et le tableau restent disponibles.',
  },
  en: {
    presentation: 'Presentation of “{title}”',
    drawing: 'Drawing',
    table: 'Table',
    'table.of': 'Table of “{title}”',
    download: 'Download “{title}”',
    png: 'Image (PNG)',
    svg: 'Drawing (SVG)',
    csv: 'Table (CSV)',
    failed: 'The image could not be made. The SVG drawing and the table are there.',
  },
});
