import clsx from 'clsx'
import Form from 'next/form'
import { ParameterProblems } from '@/components/parameter-problems'
import { SlowSearch } from '@/components/slow-search'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import type { Actor } from '@/lib/auth/actor'
import { listCustomers } from '@/lib/customers/list'
import { CUSTOMER_STATES, type CustomerSearch, customerQuery, readCustomerSearch } from '@/lib/customers/search-params'
import { routes } from '@/lib/routes'
import type { RawParams } from '@/lib/table/table-params'
import { viewer } from '@/lib/time/viewer'
import { CustomersTable } from './customers-table'

const STATE_WORDS = { all: 'All', issues: 'With issues' } as const

/** End users by reference, all or those that begin with something or have issues, a page at a time. */
export async function CustomerList({ actor, raw }: { actor: Actor; raw: RawParams }) {
  const { search, problems } = readCustomerSearch(raw)
  if (problems.length > 0) return <ParameterProblems problems={problems} repaired={routes.customers()} />
  const at = (wanted: Partial<CustomerSearch>) =>
    routes.customers(customerQuery({ ...search, after: undefined, ...wanted }))
  const [found, { timeZone, now }] = await Promise.all([listCustomers(actor, search), viewer()])
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Form action={routes.customers()} className="flex min-w-0 flex-1 basis-72 items-end gap-2">
          <label htmlFor="begins" className="grid min-w-0 max-w-md flex-1 gap-1 text-sm">
            Reference begins with
            <Input
              id="begins"
              name="begins"
              defaultValue={search.begins}
              maxLength={500}
              autoComplete="off"
              spellCheck={false}
            />
          </label>
          {search.state !== 'all' && <input type="hidden" name="state" value={search.state} />}
          <Button type="submit">Find</Button>
        </Form>
        <nav aria-label="Which end users">
          <ul className="flex gap-1">
            {CUSTOMER_STATES.map((state) => (
              <li key={state}>
                <Link
                  href={at({ state })}
                  prefetch={false}
                  aria-current={state === search.state ? 'true' : undefined}
                  className={clsx(
                    'inline-flex h-8 items-center rounded-md px-2.5 text-sm hover:bg-hover pointer-coarse:h-11',
                    state === search.state ? 'bg-accent-soft font-medium text-accent-text' : 'text-ink-muted',
                  )}
                >
                  {STATE_WORDS[state]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {found ? (
        <div className="min-w-0 rounded-lg border border-line bg-surface">
          <CustomersTable
            rows={found.rows}
            timeZone={timeZone}
            now={now.getTime()}
            narrowed={search.begins !== '' || search.state !== 'all'}
          />
          <p className="flex flex-wrap justify-end gap-2 p-2 empty:hidden">
            {search.after !== undefined && (
              <LinkButton compact href={at({})} prefetch={false}>
                First page
              </LinkButton>
            )}
            {found.next !== null && (
              <LinkButton compact href={at({ after: found.next })} prefetch={false} rel="next">
                Next
              </LinkButton>
            )}
          </p>
        </div>
      ) : (
        <SlowSearch />
      )}
    </div>
  )
}
