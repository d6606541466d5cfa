import type { Config } from 'tailwindcss'

/** A colour role, whose value for each theme stands in app/globals.css. */
const role = (name: string) => `var(--${name})`

export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    extend: {
      colors: {
        canvas: role('canvas'),
        surface: role('surface'),
        raised: role('raised'),
        hover: role('hover'),
        highlight: role('highlight'),
        line: { DEFAULT: role('line'), strong: role('line-strong') },
        ink: { DEFAULT: role('ink'), muted: role('ink-muted') },
        accent: {
          DEFAULT: role('accent'),
          ink: role('accent-ink'),
          soft: role('accent-soft'),
          text: role('accent-text'),
        },
        danger: {
          DEFAULT: role('danger'),
          ink: role('danger-ink'),
          soft: role('danger-soft'),
          text: role('danger-text'),
        },
        warning: { soft: role('warning-soft'), text: role('warning-text') },
        success: { soft: role('success-soft'), text: role('success-text') },
        info: { soft: role('info-soft'), text: role('info-text') },
      },
      fontFamily: {
        sans: ['var(--font-geist-sans)', 'system-ui', 'sans-serif'],
        mono: ['var(--font-geist-mono)', 'ui-monospace', 'monospace'],
      },
      fontSize: {
        xs: ['0.75rem', '1rem'],
        sm: ['0.8125rem', '1.25rem'],
        base: ['0.875rem', '1.375rem'],
        lg: ['1rem', '1.5rem'],
        xl: ['1.25rem', '1.75rem'],
      },
      borderRadius: { sm: '4px', md: '6px', lg: '10px' },
      boxShadow: { raised: 'var(--shadow-raised)' },
      transitionDuration: { DEFAULT: '120ms' },
    },
  },
} satisfies Config
