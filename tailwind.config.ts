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
      // Dense where people scan: what a table row is high and large follows the person's choice of density.
      spacing: { row: 'var(--row-y)', bar: 'var(--bar)', sidebar: '14rem', rail: '3.75rem' },
      fontSize: {
        row: ['var(--row-text)', 'var(--row-line)'],
        xs: ['0.75rem', '1rem'],
        sm: ['0.8125rem', '1.25rem'],
        base: ['0.875rem', '1.375rem'],
        lg: ['1rem', '1.5rem'],
        xl: ['1.25rem', '1.75rem'],
        '2xl': ['1.625rem', '2rem'],
      },
      borderRadius: { xs: '2px', sm: '4px', md: '6px', lg: '10px' },
      boxShadow: { raised: 'var(--shadow-raised)', resting: 'var(--shadow-resting)' },
      transitionDuration: { DEFAULT: '120ms', slow: '200ms' },
      transitionTimingFunction: { DEFAULT: 'cubic-bezier(0.2, 0, 0, 1)' },
      // What opens says where it came from; what closes is gone at once, so that no one waits for it.
      keyframes: {
        appear: { from: { opacity: '0' } },
        rise: { from: { opacity: '0', transform: 'translateY(4px) scale(0.985)' } },
        slide: { from: { transform: 'translateX(-100%)' } },
        lift: { from: { transform: 'translateY(100%)' } },
      },
      animation: {
        appear: 'appear 120ms ease-out',
        rise: 'rise 120ms cubic-bezier(0.2, 0, 0, 1)',
        slide: 'slide 200ms cubic-bezier(0.2, 0, 0, 1)',
        lift: 'lift 200ms cubic-bezier(0.2, 0, 0, 1)',
      },
    },
  },
} satisfies Config
