// Calm and dense; every pair of colours reaches AA contrast in light and dark.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const spruce: MantineColorsTuple = [
  '#edf6f5',
  '#d8eae8',
  '#b3d8d4',
  '#8ac5be',
  '#69b5ac',
  '#4a9d94',
  '#358379',
  '#2f7a71',
  '#1d5b54',
  '#124843',
]

export const theme = createTheme({
  colors: { spruce },
  primaryColor: 'spruce',
  // White text on both shades, and the darker scheme's shade still stands out from its ground.
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'sm',
  fontFamily: '"Segoe UI", "Noto Sans", "Liberation Sans", system-ui, sans-serif',
  fontFamilyMonospace: '"Cascadia Mono", Consolas, "Liberation Mono", monospace',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    // Help below the field: fields side by side stay in line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Button: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'sm' } },
    Radio: { defaultProps: { size: 'sm' } },
    // The name of a key stays on one line.
    Kbd: { defaultProps: { style: { whiteSpace: 'nowrap' } } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', fz: 'sm' } },
    Modal: { defaultProps: { centered: false, transitionProps: { duration: 0 } } },
    // A dialog's heading is no second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: {
      defaultProps: { transitionProps: { duration: 0 }, events: { hover: true, focus: true, touch: false } },
    },
  },
})

/** Mantine's own dimmed, placeholder, error and link colours fall short of AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#525a61',
    '--mantine-color-placeholder': '#5f676e',
    '--mantine-color-error': '#b02525',
    '--mantine-color-anchor': '#1d5b54',
    '--app-surface': '#f6f8f8',
    '--app-line': '#d5dbdd',
    '--app-field-line': '#7d868c',
  },
  dark: {
    '--mantine-color-dimmed': '#b4bcc2',
    '--mantine-color-placeholder': '#a6aeb4',
    '--mantine-color-error': '#ff9a9a',
    '--mantine-color-anchor': '#8ac5be',
    '--app-surface': '#1c2021',
    '--app-line': '#3d4447',
    '--app-field-line': '#7d868c',
  },
})
