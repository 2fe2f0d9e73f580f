import { type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

const namespace = 'http://www.w3.org/2000/svg';
const margin = 16;
const titleHeight = 32;
/** Points of the image for one of the screen. */
const scale = 2;
const lettersMs = 250;
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
] as const;

interface Picture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** A drawing that stands alone: its colours and letters written into it, its title above, its ground behind. */
export async function standAlone(drawn: SVGSVGElement, title: string): Promise<Picture> {
  const box = drawn.viewBox.baseVal;
  const [width, height] = [box.width + 2 * margin, box.height + titleHeight + 2 * margin];
  const root = document.createElementNS(namespace, 'svg');
  for (const [name, value] of Object.entries({
    xmlns: namespace,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  }))
    root.setAttribute(name, String(value));
  const style = getComputedStyle(drawn);
  const letters = document.createElementNS(namespace, 'style');
  letters.textContent = await fontFaces();
  const ground = document.createElementNS(namespace, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', style.getPropertyValue('--pb-surface'));
  const heading = document.createElementNS(namespace, 'text');
  heading.textContent = title;
  heading.setAttribute('x', String(margin));
  heading.setAttribute('y', String(margin + 16));
  heading.setAttribute(
    'style',
    `font: 600 16px ${familyOf(style)}; fill: ${style.getPropertyValue('--pb-ink')}`,
  );
  const copy = copyWithStyles(drawn);
  copy.setAttribute('x', String(margin));
  copy.setAttribute('y', String(margin + titleHeight));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  root.append(letters, ground, heading, copy);
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

export async function toPng({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  // An image is there before the letters written into it are: at once, it would be drawn without any.
  await new Promise((resolve) => setTimeout(resolve, lettersMs));
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('no image'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** A drawing that is not on the screen, laid out out of sight for as long as it is read. */
export async function drawnApart<T>(
  drawing: ReactNode,
  read: (svg: SVGSVGElement) => Promise<T>,
): Promise<T> {
  const holder = document.createElement('div');
  holder.className = 'pb-chart-apart';
  holder.setAttribute('aria-hidden', 'true');
  document.body.append(holder);
  const root = createRoot(holder);
  try {
    flushSync(() => {
      root.render(drawing);
    });
    const svg = holder.querySelector('svg');
    if (svg === null) throw new Error('nothing was drawn');
    return await read(svg);
  } finally {
    root.unmount();
    holder.remove();
  }
}

export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by the next turn.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 0);
}

/** Links lead nowhere in a file: what they hold stays. */
function copyWithStyles(drawn: SVGElement): SVGElement {
  const isLink = drawn.tagName.toLowerCase() === 'a';
  const copy = document.createElementNS(namespace, isLink ? 'g' : drawn.tagName);
  const style = getComputedStyle(drawn);
  for (const { name, value } of drawn.attributes)
    if (!isLink && name !== 'class' && name !== 'style' && !name.startsWith('aria-'))
      copy.setAttribute(name, value);
  if (drawn instanceof SVGGraphicsElement)
    copy.setAttribute('style', kept.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; '));
  for (const child of drawn.childNodes) {
    if (child instanceof SVGElement) copy.append(copyWithStyles(child));
    else if (child instanceof Text) copy.append(child.data);
  }
  return copy;
}

function familyOf(style: CSSStyleDeclaration): string {
  return style.getPropertyValue('--pb-sans');
}

let faces: Promise<string> | undefined;

/** The letters of the product, written into the file: whoever opens it may not have them. */
function fontFaces(): Promise<string> {
  faces ??= Promise.all(
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .filter(({ style }) => style.getPropertyValue('font-family').includes('IBM Plex Sans'))
      .filter(({ style }) => ['400', '600'].includes(style.getPropertyValue('font-weight')))
      .filter(({ style }) => style.getPropertyValue('font-style') !== 'italic')
      // Latin letters alone: the names of French companies need no others.
      .filter(({ style }) => /^$|^U\+0+(?:-0*FF)/i.test(style.getPropertyValue('unicode-range')))
      .map(withData),
  ).then((rules) => rules.join('\n'));
  return faces;
}

async function withData(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
  if (address === undefined) return '';
  const base = rule.parentStyleSheet?.href ?? document.baseURI;
  const reply = await fetch(new URL(address, base));
  if (!reply.ok) return '';
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const weight = rule.style.getPropertyValue('font-weight');
  return `@font-face { font-family: 'IBM Plex Sans'; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) format('woff2') }`;
}
