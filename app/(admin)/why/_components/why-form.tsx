import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { routes } from '@/lib/routes'

/** Where one pastes what is missed. `list` is the list that it was missed in, which goes along. */
export function WhyForm({ q, list }: { q: string; list: string | undefined }) {
  return (
    <Form action={routes.why()} className="flex flex-wrap items-end gap-2">
      <div className="min-w-[min(100%,16rem)] flex-1">
        <TextField
          key={q}
          label="What is missing?"
          name="q"
          defaultValue={q}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
      </div>
      {list && <input type="hidden" name="list" value={list} />}
      <Button type="submit" tone="primary">
        Find out
      </Button>
    </Form>
  )
}
