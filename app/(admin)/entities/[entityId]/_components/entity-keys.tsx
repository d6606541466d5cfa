import { NumberText } from '@/components/number-text'
import type { Actor } from '@/lib/auth/actor'
import type { EntityDetail, KeySample } from '@/lib/entities/dto'
import { driftOf, shapeOf } from '@/lib/entities/shape'
import { maskPolicy } from '@/lib/mask/mask-policy'
import { EntityDrift } from './entity-drift'
import { KeyRow } from './key-row'
import { loadKeys, loadProperties } from './load'

const HEADINGS = ['Key', 'Declared as', 'Present', 'Values', 'Against its type']
/** Keys that are listed; the summary above counts all. */
const LISTED = 200

interface EntityKeysProps {
  actor: Actor
  entity: EntityDetail
  locale: string
}

/** What the newest records of the entity really hold, key by key, beside what its properties declare; every number leads to its records. */
export async function EntityKeys({ actor, entity, locale }: EntityKeysProps) {
  const [policy, found, properties] = await Promise.all([
    maskPolicy(actor),
    loadKeys(entity.id),
    loadProperties(entity.id),
  ])
  if (!found)
    return (
      <p className="p-4 text-sm text-ink-muted">
        Reading its newest records took too long. The index on records by entity, on the page <em>Database</em>, makes
        it instant.
      </p>
    )
  const { keys } = found
  if (keys.records === 0)
    return (
      <p className="p-4 text-sm text-ink-muted">
        {keys.among === null ? (
          'It has no live records to look at.'
        ) : (
          <>
            None of the newest <NumberText value={keys.among} /> records belongs to it, and looking further took too
            long.
          </>
        )}
      </p>
    )
  const lines = shapeOf(policy.ofRecord(entity.type), properties ?? [], keys)
  return (
    <>
      <div className="grid gap-2 border-b border-line px-4 py-3 text-sm">
        <Sampled sample={keys} />
        <EntityDrift
          masked={policy.message}
          drift={driftOf(lines)}
          locale={locale}
          declared={(properties ?? []).length > 0}
        />
      </div>
      <section
        aria-label="Keys in data of the entity"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative overflow-x-auto"
      >
        <table className="w-full text-sm">
          <thead className="text-left text-ink-muted">
            <tr className="border-b border-line">
              {HEADINGS.map((heading) => (
                <th key={heading} scope="col" className="px-4 py-2 font-medium whitespace-nowrap">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, LISTED).map((line) => (
              <KeyRow
                key={JSON.stringify(line.path)}
                masked={policy.message}
                entity={entity}
                line={line}
                locale={locale}
              />
            ))}
          </tbody>
        </table>
      </section>
      {(lines.length > LISTED || keys.cut) && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-muted">
          {keys.cut ? 'More than ' : ''}
          <NumberText value={lines.length} /> keys were found; <NumberText value={Math.min(lines.length, LISTED)} /> are
          listed. Keys that are ids themselves are better kept in a list.
        </p>
      )}
    </>
  )
}

/** Of what the numbers are: never more than was looked at. */
function Sampled({ sample: { records, large, keyless, among } }: { sample: KeySample }) {
  return (
    <p className="text-ink-muted">
      Of the newest <NumberText value={records} /> live records
      {among !== null && (
        <>
          {' '}
          that are among the newest <NumberText value={among} /> of all, since looking further took too long
        </>
      )}
      .{' '}
      {large > 0 && (
        <>
          <NumberText value={large} /> of them are too large to be read here.{' '}
        </>
      )}
      {keyless > 0 && (
        <>
          <NumberText value={keyless} /> of them are not objects, and so have no keys.
        </>
      )}
    </p>
  )
}
