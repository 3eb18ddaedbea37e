// What the published types allow; compiled with --strict and never run.
import {
  catalogue, decodeLink, encodeLink, evaluate, exportFile, grid, openFile, simulate, tornado, version,
  type DealRequest, type Fault, type FaultError, type Outcome, type Simulation, type State,
} from "offtake"

const inputs: DealRequest = { scenario: "A", commit_margin: 0.36, lens: "capex" }
const outcome: Outcome = evaluate(inputs)
const npv: number = outcome.npv_b
const irr: number | null = outcome.irr
const many: Outcome[] = evaluate([inputs, {}])
const roots: number[] = evaluate({ model: "irr", flows: [-1, 2] }).irr_roots
const worst: string = tornado({ inputs }).bars[0]!.name
const corner: number = grid({ x: "commit_margin", xs: [0.1] }).npv_b[0]![0]!

const stop = new AbortController()
const drawn: Promise<Simulation> = simulate(
  { draws: 1000, uncertainty: { commit_margin: { low: 0.1 }, exit_multiple: { sigma: 0.3 } } },
  (done: number, draws: number) => console.log(done / draws),
  stop.signal,
)

const query: string = encodeLink({ inputs: { arr0_b: 47 }, stake: "modelled_exit", theme: "dark" })
const own: string = encodeLink({ deal: "own", deal_name: "Ours", pins: [{ name: "theirs", deal: "amazon_openai", accepted: true }] })
const state: State = decodeLink(query).state
const again: string = encodeLink(state)
const bytes: Uint8Array = exportFile("xlsx", query, { page: "https://example.org/" }).bytes
const opened: string = openFile(`{"scenario": "A"}`)
const units: string[] = catalogue().inputs.map((input) => `${input.key}: ${input.unit}`)
const versions: string = version().model

const isFault = (error: unknown): error is FaultError => error instanceof Error && "faults" in error
try {
  evaluate({})
} catch (error) {
  if (isFault(error)) error.faults.forEach((fault: Fault) => console.log(fault.key, fault.message))
}

// @ts-expect-error a scenario that is none
evaluate({ scenario: "D" })
// @ts-expect-error an input that is none
evaluate({ comit_margin: 0.3 })
// @ts-expect-error a deal without numbers
encodeLink({ deal: "google_internal" })
// @ts-expect-error a link is a text
decodeLink(5)
// @ts-expect-error a rate may be absent
const certain: number = outcome.irr

export { again, bytes, certain, corner, drawn, irr, many, npv, opened, own, roots, units, versions, worst }
