import { type ComponentProps, type ReactNode, useId } from 'react'
import { Input } from './input'

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string
  children: (wiring: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}

/** A label, its control, a hint and an error, tied together for everyone. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-ink-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-xs text-danger-text">
          {error}
        </p>
      )}
    </div>
  )
}

/** The common case: a field of one line of text. */
export function TextField({
  label,
  hint,
  error,
  ...rest
}: Omit<FieldProps, 'children'> & ComponentProps<typeof Input>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <Input {...rest} {...wiring} />}
    </Field>
  )
}

/** A password that is being chosen, not entered; the rule is the server's. */
export function NewPasswordField({ label }: { label: string }) {
  return (
    <TextField
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      hint="At least 12 characters."
    />
  )
}
