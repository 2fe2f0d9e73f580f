import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Ten shades around the one blue of actions (`--pb-blue` in light is the seventh). */
const blue: MantineColorsTuple = [
  '#e8edfa',
  '#cfdaf5',
  '#a9bceb',
  '#8fb0ff',
  '#5f82d8',
  '#3a63c8',
  '#1f4bb8',
  '#173a93',
  '#112c70',
  '#0b1e4e',
];

/** Warm neutrals for the places where Mantine names a shade: the tokens of paper, lines and ink. */
const gray: MantineColorsTuple = [
  '#f6f2ea',
  '#eee8dc',
  '#dfd7c8',
  '#cfc5b3',
  '#8b8273',
  '#8b8273',
  '#685f53',
  '#4b453c',
  '#2f2a24',
  '#1d1a16',
];
const dark: MantineColorsTuple = [
  '#f2ede3',
  '#cbc3b5',
  '#a79d8d',
  '#857b6c',
  '#857b6c',
  '#37322a',
  '#1f1c18',
  '#171512',
  '#121110',
  '#0d0c0b',
];

const filled = {
  background: 'var(--pb-blue)',
  hover: 'var(--pb-blue-hover)',
  color: 'var(--pb-on-blue)',
  border: '1px solid transparent',
};
const outlined = {
  background: 'var(--pb-surface)',
  hover: 'var(--pb-hover)',
  color: 'var(--pb-ink)',
  border: '1px solid var(--pb-line-strong)',
};
const quiet = {
  background: 'transparent',
  hover: 'var(--pb-blue-tint)',
  color: 'var(--pb-blue)',
  border: '1px solid transparent',
};
const plain = {
  background: 'transparent',
  hover: 'var(--pb-hover)',
  color: 'var(--pb-ink-2)',
  border: '1px solid transparent',
};

/** Four ways to draw an action: `filled` (the one that matters), `default`, `subtle` (blue words), `transparent` (grey words). */
const variantColorResolver: VariantColorsResolver = ({ variant }) => {
  switch (variant) {
    case 'filled':
      return filled;
    case 'subtle':
    case 'light':
      return quiet;
    case 'transparent':
      return plain;
    default:
      return outlined;
  }
};

const buttonSizes: Readonly<Record<string, { height: string; padding: string; font: string }>> = {
  xs: { height: '28px', padding: '8px', font: '12px' },
  sm: { height: '32px', padding: '12px', font: '13px' },
  md: { height: '36px', padding: '14px', font: '14px' },
  lg: { height: '44px', padding: '20px', font: '15px' },
};

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 3 },
  colors: { blue, gray, dark },
  defaultRadius: 4,
  fontFamily: 'var(--pb-sans)',
  fontFamilyMonospace: 'var(--pb-mono)',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  headings: { fontFamily: 'var(--pb-sans)', fontWeight: '600' },
  focusClassName: 'pb-focus',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Button: {
      defaultProps: { size: 'sm', variant: 'default' },
      classNames: { root: 'pb-button' },
      vars: (_theme: unknown, props: { size?: string }) => {
        const size = buttonSizes[props.size ?? 'sm'];
        return {
          root: size
            ? {
                '--button-height': size.height,
                '--button-padding-x': size.padding,
                '--button-fz': size.font,
              }
            : {},
        };
      },
    },
    ActionIcon: {
      defaultProps: { variant: 'transparent', size: 28 },
      classNames: { root: 'pb-icon-button' },
    },
    Input: { classNames: { input: 'pb-input' } },
    InputWrapper: {
      classNames: { label: 'pb-field-label', description: 'pb-field-help', error: 'pb-field-error' },
    },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 6,
        padding: 24,
        // Its <header> would count as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
      classNames: { title: 'pb-modal-title' },
    },
    Menu: {
      defaultProps: { radius: 6, shadow: 'none', transitionProps: { duration: 0 } },
      classNames: { dropdown: 'pb-pop', item: 'pb-menu-item' },
    },
    Popover: {
      defaultProps: { radius: 6, shadow: 'none', transitionProps: { duration: 0 } },
      classNames: { dropdown: 'pb-pop' },
    },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        transitionProps: { duration: 0 },
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
});

/** Points the variables that Mantine reads at our tokens, which know both colour schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const scheme = {
    '--mantine-color-body': 'var(--pb-paper)',
    '--mantine-color-text': 'var(--pb-ink)',
    '--mantine-color-bright': 'var(--pb-ink)',
    '--mantine-color-dimmed': 'var(--pb-ink-3)',
    '--mantine-color-placeholder': 'var(--pb-ink-3)',
    '--mantine-color-default': 'var(--pb-surface)',
    '--mantine-color-default-hover': 'var(--pb-hover)',
    '--mantine-color-default-color': 'var(--pb-ink)',
    '--mantine-color-default-border': 'var(--pb-line-strong)',
    '--mantine-color-anchor': 'var(--pb-blue)',
    '--mantine-color-error': 'var(--pb-amber)',
    '--mantine-color-disabled': 'var(--pb-sunken)',
    '--mantine-color-disabled-color': 'var(--pb-ink-3)',
    '--mantine-color-disabled-border': 'var(--pb-line)',
    '--mantine-primary-color-filled': 'var(--pb-blue)',
    '--mantine-primary-color-filled-hover': 'var(--pb-blue-hover)',
    '--mantine-primary-color-light': 'var(--pb-blue-tint)',
    '--mantine-primary-color-light-hover': 'var(--pb-blue-tint)',
    '--mantine-primary-color-light-color': 'var(--pb-blue)',
    '--mantine-primary-color-contrast': 'var(--pb-on-blue)',
    '--mantine-color-blue-filled': 'var(--pb-blue)',
    '--mantine-color-blue-filled-hover': 'var(--pb-blue-hover)',
  };
  return { variables: {}, light: scheme, dark: scheme };
};
