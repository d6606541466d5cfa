import { type RecordDetail, titleOf } from '@/lib/records/dto'

/** A record's heading: its type, its name where the document has one, and the id that the other system knows it by. */
export function RecordTitle({ record }: { record: Pick<RecordDetail, 'id' | 'externalId' | 'entityType' | 'name'> }) {
  const { called, known } = titleOf(record)
  return (
    <>
      <bdi>{record.entityType}</bdi> <bdi>{called}</bdi>
      {known !== null && (
        <>
          {' '}
          <bdi className="text-base font-normal text-ink-muted">{known}</bdi>
        </>
      )}
    </>
  )
}
