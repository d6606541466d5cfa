import { table } from '../cli/bench-figures'
import { quantile } from './gap-tail'
import { type Detector, detectors } from './quiet-detectors'
import { type History, syntheticHistories } from './synthetic-histories'

/** How often a detector was right. A connection of which too little is known counts among the negatives. */
export interface Score {
  name: string
  truePositives: number
  falsePositives: number
  trueNegatives: number
  falseNegatives: number
  /** Null when nothing was flagged. */
  precision: number | null
  /** Null when there was nothing to flag. */
  recall: number | null
  /**
   * How long after a connection stopped the alarm comes: in multiples of its typical gap, and of the silence after which it could be
   * known. Null when none stopped.
   */
  delay: { habits: number; habits90: number; decidable: number; decidable90: number } | null
}

export interface Evaluation {
  seed: number
  perKind: number
  /** The learned cadence, for each kind of history. */
  kinds: Score[]
  /** The learned cadence over all kinds, and simpler rules beside it. */
  totals: Score[]
  /** Connections whose syncs change records and hardly create any, with and without the syncs that the watch notices. */
  updates: Score[]
}

/** Tries the quiet alarm, and simpler rules, on made-up histories of which the truth is known; the same for the same seed. */
export function evaluateQuiet(seed: number, perKind: number): Evaluation {
  const histories = syntheticHistories(seed, perKind)
  const kinds = [...new Set(histories.map(({ kind }) => kind))]
  const learned = detectors['learned cadence']
  const byRecords = (history: History): History => ({ ...history, ...history.byRecords })
  const updates = histories.filter(({ kind }) => kind === 'updatesOnly')
  return {
    seed,
    perKind,
    kinds: kinds.map((name) =>
      score(
        name,
        learned,
        histories.filter(({ kind }) => kind === name),
      ),
    ),
    totals: Object.entries(detectors).map(([name, detector]) => score(name, detector, histories)),
    updates: [
      score('by what Mastra writes of syncs', learned, updates),
      score('by records alone', learned, updates.map(byRecords)),
    ],
  }
}

/** The figures as a sentence. */
const DELAYS = ['delay in gaps', '90th', 'in decidable', '90th']

function summary(learned: Score | undefined): string {
  if (!learned) return ''
  return `Of ${learned.truePositives + learned.falsePositives} alarms ${learned.falsePositives} were false, and of ${learned.truePositives + learned.falseNegatives} connections that had stopped ${learned.falseNegatives} were missed.\n`
}

/** The same as a table for people. */
export function evaluationTable({ seed, perKind, kinds, totals, updates }: Evaluation): string {
  const heading = ['', 'right alarms', 'false', 'rightly calm', 'missed', 'precision', 'recall', ...DELAYS]
  const rows = (scores: readonly Score[]) => table([heading, ...scores.map(row)])
  return [
    `Seed ${seed}, ${perKind} histories of each kind. Delays are medians and 90th percentiles.`,
    `The learned cadence, by kind:\n${rows(kinds)}`,
    `All kinds, beside simpler rules:\n${rows(totals)}`,
    `Syncs that only change records, seen in two ways:\n${rows(updates)}`,
    summary(totals[0]),
  ].join('\n\n')
}

function score(name: string, detector: Detector, histories: readonly History[]): Score {
  const judged = histories.map(({ times, lastSeen, now, truth, habit, decidableAfter }) => {
    const tolerated = detector(times, lastSeen) ?? Number.POSITIVE_INFINITY
    const isQuiet = truth === 'quiet'
    return {
      flagged: now - lastSeen > tolerated,
      isQuiet,
      habits: tolerated / habit,
      decidable: tolerated / decidableAfter,
    }
  })
  const count = (flagged: boolean, isQuiet: boolean) =>
    judged.filter((one) => one.flagged === flagged && one.isQuiet === isQuiet).length
  const [truePositives, falsePositives] = [count(true, true), count(true, false)]
  const [trueNegatives, falseNegatives] = [count(false, false), count(false, true)]
  const stopped = judged.filter(({ isQuiet }) => isQuiet)
  const ascending = (pick: 'habits' | 'decidable') => stopped.map((one) => one[pick]).sort((a, b) => a - b)
  const [habits, decidable] = [ascending('habits'), ascending('decidable')]
  return {
    name,
    truePositives,
    falsePositives,
    trueNegatives,
    falseNegatives,
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, truePositives + falseNegatives),
    delay:
      stopped.length === 0
        ? null
        : {
            habits: quantile(habits, 0.5),
            habits90: quantile(habits, 0.9),
            decidable: quantile(decidable, 0.5),
            decidable90: quantile(decidable, 0.9),
          },
  }
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function row({ name, precision, recall, delay, ...counts }: Score): string[] {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = counts
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(3))
  const delays = delay ? [delay.habits, delay.habits90, delay.decidable, delay.decidable90] : []
  return [
    name,
    ...[truePositives, falsePositives, trueNegatives, falseNegatives].map(String),
    share(precision),
    share(recall),
    ...(delay ? delays.map((value) => (Number.isFinite(value) ? value.toFixed(1) : 'no alarm')) : ['–', '–', '–', '–']),
  ]
}
