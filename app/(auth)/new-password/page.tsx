import type { Metadata } from 'next'
import { PasswordForm } from './_components/password-form'

export const metadata: Metadata = { title: 'Choose a password', referrer: 'no-referrer' }

export default function NewPasswordPage() {
  return <PasswordForm />
}
