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

/** A cloud commitment of the lab: the same sum every year, from a year on. */
export interface Obligation {
  name: string
  total_b: number
  start_year: number
  years: number
}

/** The lab's burden. */
export interface LabRequest extends Partial<LabInputs> {
  model: "lab"
}

/** A buyer's own commitment. */
export interface BuyerRequest extends Partial<BuyerInputs> {
  model: "buyer"
}

/** Whose question is asked. */
export type Side = "investor" | "lab" | "buyer"

/** The inputs of a deal around which an analysis asks. */
export interface AroundInputs {
  side?: "investor"
  inputs?: DealRequest
  scenario?: Scenario
  preset?: Preset
}

/** The inputs of the lab around which an analysis asks. */
export interface AroundLab {
  side: "lab"
  inputs?: Partial<LabInputs>
}

/** The inputs of a buyer around which an analysis asks. */
export interface AroundBuyer {
  side: "buyer"
  inputs?: Partial<BuyerInputs>
}

/** One input of a deal at its two ends; the first is the worse one. */
export interface Bar {
  name: string
  low_input: number
  high_input: number
  npv_low_b: number
  npv_high_b: number
  swing_b: number
}

/** How far each input alone moves the NPV, $B, the largest swing first. */
export interface Tornado {
  base_npv_b: number
  bars: Bar[]
}

/** How far each input alone moves the lab's headroom, $B: the smallest gross profit less obligations of a year. */
export interface LabTornado {
  base_headroom_b: number
  bars: {
    name: string
    low_input: number
    high_input: number
    headroom_low_b: number
    headroom_high_b: number
    swing_b: number
  }[]
}

/** How far each input alone moves the NPV of the buyer's commitment, $M. */
export interface BuyerTornado {
  base_npv_m: number
  bars: {
    name: string
    low_input: number
    high_input: number
    npv_low_m: number
    npv_high_m: number
    swing_m: number
  }[]
}

/** Two inputs that take numbers, and their values. */
export interface Axes<Key> {
  x?: Key
  y?: Key
  xs?: number[]
  ys?: number[]
}

/** `commit_margin` by `adoption_ceiling` unless others are named. */
export type GridOptions = AroundInputs & Axes<keyof Inputs>

/** What is looked at over two inputs. */
export interface Plane {
  x: string
  y: string
  xs: number[]
  ys: number[]
}

/** The NPV at every pair of values, $B. */
export interface Grid extends Plane {
  npv_b: number[][]
}

/** The lab's headroom at every pair of values, $B. */
export interface LabGrid extends Plane {
  headroom_b: number[][]
}

/** The NPV of the buyer's commitment at every pair of values, $M. */
export interface BuyerGrid extends Plane {
  npv_m: number[][]
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
  /** The deal that the inputs start from. */
  deal?: Preset | "own"
  /** What an own deal is called: 1 to 24 characters, without asterisks. */
  deal_name?: string | null
  /** Whether the public completion of deals is accepted, where the articles do not tell them whole. */
  accepted?: boolean
  scenario?: Scenario
  inputs?: Partial<Inputs>
  lab?: Partial<LabInputs>
  buyer?: Partial<BuyerInputs>
  /** The part of the new money that is paid at once, where the inputs do not show it. */
  split?: number
  stake?: Stake
}

/** A state, as far as it differs from that of the default case. */
export interface PartialState extends PartialCase {
  model_version?: string
  data_version?: string
  side?: Side
  simulation?: { seed?: number, payback_within?: number, uncertainty?: Uncertainty }
  weights?: Record<"A" | "B" | "C", number>
  grid?: { measure?: string, x?: string, y?: string }
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
/** What the lab owes its clouds, against what it earns. */
export function evaluate(request: LabRequest): LabOutcome
/** What a buyer's own commitment is worth. */
export function evaluate(request: BuyerRequest): BuyerOutcome
/** Which rates solve a series of yearly flows. */
export function evaluate(request: IrrRequest): IrrAnswer
/** The outcome of each deal, in the order of the requests. */
export function evaluate(requests: DealRequest[]): Outcome[]

/** How far each input alone moves what a side wants, the largest swing first. */
export function tornado(options?: AroundInputs): Tornado
export function tornado(options: AroundLab): LabTornado
export function tornado(options: AroundBuyer): BuyerTornado

/** What a side wants over two inputs, one row for each value of `y`. */
export function grid(options?: GridOptions): Grid
export function grid(options: AroundLab & Axes<keyof LabInputs | keyof Inputs>): LabGrid
export function grid(options: AroundBuyer & Axes<keyof BuyerInputs>): BuyerGrid
