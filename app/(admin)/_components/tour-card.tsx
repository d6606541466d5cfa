import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { routes } from '@/lib/routes'
import { HelpButton } from './help-button'
import { TourArrival } from './tour-arrival'
import { TOUR, type TourPlace } from './tour-steps'

/**
 * A step of the tour, where the page is at this place: it stands in the page above what it explains and so never covers it. Steps are
 * addresses, so that Back, a reload and a browser without scripts take them too.
 */
export function TourCard({ place, step }: { place: TourPlace; step: number | null }) {
  const current = step === null ? undefined : TOUR[step - 1]
  if (step === null || current?.place !== place) return null
  const isLast = step === TOUR.length
  const end = 'The tour is over. To take it again, choose “Take the tour” in your account menu.'
  return (
    <div id="tour" className="min-w-0 scroll-mt-4 rounded-lg outline-2 outline-accent xl:col-span-2">
      <TourArrival />
      <Section title={current.title} note={`Tour, step ${step} of ${TOUR.length}`}>
        <p className="max-w-prose text-sm">{current.text}</p>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {step > 1 && (
            <LinkButton compact href={routes.tour(step - 1)} prefetch={false}>
              Previous step
            </LinkButton>
          )}
          {isLast ? (
            <HelpButton part="tour" tone="primary" said={end}>
              Done
            </HelpButton>
          ) : (
            <>
              <LinkButton compact tone="primary" href={routes.tour(step + 1)} prefetch={false}>
                Next step
              </LinkButton>
              <HelpButton part="tour" said={end}>
                End the tour
              </HelpButton>
            </>
          )}
        </div>
      </Section>
    </div>
  )
}
