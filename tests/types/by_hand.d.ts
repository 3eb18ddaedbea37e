/** What the shares count for. */
export type Stake = "left_out" | "at_cost" | "modelled_exit"

/** Inputs of a deal. An explicit input overrides the scenario, the scenario the preset, the preset the defaults. */
export interface DealRequest extends Partial<Inputs> {
  model?: "deal"
  scenario?: Scenario
  preset?: Preset
}

/** Yearly flows, the first at closing: 1 to 51 of them. */
export interface IrrRequest {
  model: "irr"
  flows: number[]
  discount_rate?: number
}

/** The inputs around which an analysis asks. */
export interface AroundInputs {
  inputs?: DealRequest
  scenario?: Scenario
  preset?: Preset
}

/** Two inputs that take numbers, and their values; `commit_margin` by `adoption_ceiling` unless others are named. */
export interface GridOptions extends AroundInputs {
  x?: keyof Inputs
  y?: keyof Inputs
  xs?: number[]
  ys?: number[]
}

/** How often to draw, from where, and around what. */
export interface SimulationOptions extends AroundInputs {
  /** 1 to 1,000,000; 10,000 unless another number is asked for. */
  draws?: number
  seed?: number
  /** Years within which the money should be back. */
  payback_within?: number
  uncertainty?: Uncertainty
}

/** A case of a state, as far as it differs from the default one. */
export interface PartialCase {
  scenario?: Scenario
  inputs?: Partial<Inputs>
  /** The part of the new money that is paid at once, where the inputs do not show it. */
  split?: number
  stake?: Stake
}

/** A state, as far as it differs from that of the default case. */
export interface PartialState extends PartialCase {
  model_version?: string
  data_version?: string
  simulation?: { seed?: number, payback_within?: number, uncertainty?: Uncertainty }
  weights?: Record<"A" | "B" | "C", number>
  grid?: { measure?: "npv" | "payback" | "irr", x?: string, y?: string }
  pins?: (PartialCase & { name: string })[]
  against?: number
  theme?: "light" | "dark" | null
}

/** What stands around an exported file. */
export interface ExportOptions {
  /** The address of the page, for the way back to it that the file holds. */
  page?: string
  /** How many futures the file of the simulation draws. */
  draws?: number
}

/** A file. */
export interface ExportedFile {
  name: string
  /** Its media type. */
  type: string
  bytes: Uint8Array
}

/** What is thrown for arguments that are not understood. */
export interface FaultError extends Error {
  /** One for each thing that is wrong; all are found at once. */
  faults: Fault[]
}

/** Everything that the model knows about a deal; the default deal without inputs. */
export function evaluate(inputs?: DealRequest): Outcome
/** Which rates solve a series of yearly flows. */
export function evaluate(request: IrrRequest): IrrAnswer
/** The outcome of each deal, in the order of the requests. */
export function evaluate(requests: DealRequest[]): Outcome[]
